import { readerOf } from "../../provider/formats/bytes";
import { readHaleFolder, type HaleContent } from "../../provider/formats/hale";
import { attempt, type FileProblem } from "../../provider/formats/file-problem";
import { xmlLimits } from "../../provider/formats/xml";
import { openerOf } from "./opener";
import { remembered } from "./remembered";

export type ProjectContent = { readonly value: HaleContent } | { readonly problem: FileProblem };

/** What the files of a transformation project say, or why they say nothing. */
export const projectContent = remembered<ProjectContent>(300, (files, open) => {
  const read = readerOf(openerOf(files, open), xmlLimits.bytes);
  return attempt(() =>
    readHaleFolder(
      files.map(({ name }) => name),
      read,
    ),
  );
});
