/** What Wireshark can say about a segment: the names behind `tcp.analysis.`. */
export const tcpLabels = [
  "retransmission",
  "fast_retransmission",
  "spurious_retransmission",
  "out_of_order",
  "lost_segment",
  "ack_lost_segment",
  "duplicate_ack",
  "zero_window",
  "zero_window_probe",
  "zero_window_probe_ack",
  "keep_alive",
  "keep_alive_ack",
  "window_update",
  "window_full",
  "reused_ports",
] as const;
export type TcpLabel = (typeof tcpLabels)[number];

/** The words that Wireshark has for something that was sent before. */
export const repetitions: readonly TcpLabel[] = [
  "retransmission",
  "fast_retransmission",
  "spurious_retransmission",
  "out_of_order",
];
