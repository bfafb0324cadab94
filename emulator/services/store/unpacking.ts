import { buffer } from "node:stream/consumers";
import { attempt, type FileProblem } from "../../../provider/formats/file-problem";
import { refuse } from "../../refusal";
import type { BlobsInHand } from "../../storage/blobs";
import type { KeptFile } from "../implement";

/** A file that came, by its name inside the bucket. */
export type Arrived = Pick<KeptFile, "name" | "type" | "bytes" | "sha256">;

/** An archive with a file in it, and one without. */
const beginnings = ["504b0304", "504b0506"];

/** Documents that are ZIP archives inside, and files of their own all the same. */
const documents = /\.(docx|xlsx|xlsm|pptx|odt|ods|odp|kmz|jar)$/i;

/**
 * hale studio sends a project as one archive, whose name means nothing (docs/platform.md#bucket-service), and the platform's page takes .halez
 * (docs/platform.md#transformation-projects). So it is the content that tells.
 */
export async function isArchive({ name, open }: KeptFile): Promise<boolean> {
  return beginnings.includes((await buffer(open(0, 4))).toString("hex")) && !documents.test(name);
}

/** The files in an archive, each of them kept; 422 for one that cannot be taken as a whole. */
export async function unpacked(archive: KeptFile, blobs: BlobsInHand): Promise<readonly Arrived[]> {
  // Loaded with the first archive.
  const { readZip } = require("../../../provider/formats/zip") as typeof import("../../../provider/formats/zip");
  const outcome = await attempt(async () => {
    const arrived: Arrived[] = [];
    for (const { path, open } of await readZip(archive, archive.name)) {
      arrived.push({ ...(await blobs.keep(await open())), name: path, type: "" });
    }
    return arrived;
  });
  if ("problem" in outcome) {
    throw refuse.invalid([{ field: "file", message: complaint(outcome.problem) }]);
  }
  return outcome.value;
}

function complaint({ file, message }: FileProblem): string {
  return file === undefined ? message : `${file}: ${message}`;
}
