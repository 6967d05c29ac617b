import { captureWords } from "../../assets/text/capture-words.ts";
import type { Text } from "../../assets/text/text.ts";
import { addressOf, captureLinks } from "../../shared/lesson/captures.ts";
import type { Story } from "../../shared/lesson/story.ts";
import { tellSegment } from "./tell-segment.ts";
import type { ToldCapture } from "./told-segment.ts";

/** The captures of a round, each frame with what the engine says of the segment in it, for Wireshark to be held against. */
export const toldCaptures = (story: Story, text: Text): readonly ToldCapture[] =>
  captureLinks(story, captureWords(text)).map((capture) => {
    const passed = story.hops.filter(({ link }) => link === capture.link);
    const frames = capture.frames.map((frame, index) => {
      const hop = passed[index];
      const told = hop && tellSegment(hop.packet, addressOf(story, hop.from));
      return told === undefined ? frame : { ...frame, told };
    });
    return { ...capture, frames };
  });
