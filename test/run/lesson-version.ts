import { packageVersion } from "../../server/package-version.ts";

/** The built page has its version from the bundler; here whatever is imported later finds the same one. */
Object.assign(globalThis, { __VERSION__: packageVersion() });
