declare const __VERSION__: string;

/** The version that this page was built as; a server of another one does not let it in. */
export const pageVersion: string = typeof __VERSION__ === "undefined" ? "unbuilt" : __VERSION__;
