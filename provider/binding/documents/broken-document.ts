import { FormatError, type FileProblem } from "../../formats";
import { shown } from "./json";

/** A text is no API document that can be read. The message is one line: which document, what is wrong, what to do. */
export class BrokenDocument extends FormatError {
  constructor(document: string, message: string, place: Pick<FileProblem, "line" | "column"> = {}) {
    super({ file: shown(document), ...place, message });
    this.name = "BrokenDocument";
    // The place in the code says nothing about the document.
    this.stack = this.message;
  }
}

/** An operation cannot be read. It becomes a remark, and the others go on. */
export class BrokenOperation extends Error {}
