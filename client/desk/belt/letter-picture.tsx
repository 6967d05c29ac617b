import ack from "../../../assets/pictures/letter-ack.svg";
import data from "../../../assets/pictures/letter-data.svg";
import fin from "../../../assets/pictures/letter-fin.svg";
import icmp from "../../../assets/pictures/letter-icmp.svg";
import rst from "../../../assets/pictures/letter-rst.svg";
import syn from "../../../assets/pictures/letter-syn.svg";
import synack from "../../../assets/pictures/letter-synack.svg";
import tcp from "../../../assets/pictures/letter-tcp.svg";
import udp from "../../../assets/pictures/letter-udp.svg";
import { wordFor } from "../../present/word-for.ts";

/** Where the picture of a kind of letter is. */
export const letterSource = (kind: string): string =>
  wordFor({ ack, data, fin, icmp, rst, syn, synack, tcp, udp }, kind);

/** The silhouette of a kind of letter; its name always stands beside it. */
export const LetterPicture = ({ kind }: { readonly kind: string }) => (
  <img class="letter-picture" src={letterSource(kind)} alt="" draggable={false} />
);
