import path from "node:path";

const unknown = "application/octet-stream";

/** What a sender says of a file; where that is nothing (the form of a generated client says so), what its name says. */
export function mediaTypeOf(name: string, said: string): string {
  if (said !== "" && said !== unknown) {
    return said;
  }
  // Loaded with the first file of a bucket.
  const { lookup } = require("mime-types") as typeof import("mime-types");
  const extension = path.posix.extname(name);
  return (extension === "" ? false : lookup(extension)) || unknown;
}
