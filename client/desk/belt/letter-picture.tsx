import icmp from "../../../assets/pictures/letter-icmp.svg";
import udp from "../../../assets/pictures/letter-udp.svg";
import { wordFor } from "../../present/word-for.ts";

/** Where the picture of a kind of letter is. */
export const letterSource = (kind: string): string => wordFor({ icmp, udp }, kind);

/** The silhouette of a kind of letter; its name always stands beside it. */
export const LetterPicture = ({ kind }: { readonly kind: string }) => (
  <img class="letter-picture" src={letterSource(kind)} alt="" draggable={false} />
);
