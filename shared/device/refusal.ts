/** Why a machine cannot do an act at all. What is merely unwise, it does. */
export type ActRefusal =
  | "notYourLetter"
  | "notYourErrand"
  | "notYourTool"
  | "addressNotInBook"
  | "noSuchDoor"
  | "noSuchExit"
  | "noSuchRow"
  | "noPinFree"
  | "noSuchService"
  | "portNotInRange"
  | "alreadyListening"
  | "noSuchConnection"
  | "noSuchCard";
