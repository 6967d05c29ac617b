import icmp from "../../../assets/pictures/letter-icmp.svg";
import udp from "../../../assets/pictures/letter-udp.svg";
import { wordFor } from "../../present/word-for.ts";

/** The silhouette of a kind of letter; its name always stands beside it. */
export const LetterPicture = ({ kind }: { readonly kind: string }) => (
  <img class="letter-picture" src={wordFor({ icmp, udp }, kind)} alt="" draggable={false} />
);
