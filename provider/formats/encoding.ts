import { TextDecoder } from "node:util";
import { FormatError } from "./file-problem";

/** Bytes that hold the whole declaration of any document that people write. */
export const headLength = 1024;

/** How the bytes of an XML document become text: by their order mark, else as the declaration says, else UTF-8. */
export function decoderFor(head: Uint8Array, file: string): TextDecoder {
  const marked = byMark(head, file);
  const declared = declaredIn(head, marked);
  if (marked !== undefined) {
    return decoder(marked);
  }
  if (declared === undefined) {
    return decoder("utf-8");
  }
  const found = decoderNamed(declared);
  if (found === undefined) {
    const message = `it is written in the encoding "${declared}", which is not read here: save it as UTF-8`;
    throw new FormatError({ file, line: 1, message });
  }
  if (found.encoding.startsWith("utf-16")) {
    // The declaration itself was read byte by byte.
    const message = `it says that it is in the encoding "${declared}", and it is not: save it as UTF-8`;
    throw new FormatError({ file, line: 1, message });
  }
  return found;
}

function decoder(encoding: string): TextDecoder {
  return new TextDecoder(encoding, { fatal: true });
}

/** All encodings that this Node knows: those of the web, by any of their names. */
function decoderNamed(name: string): TextDecoder | undefined {
  try {
    return decoder(name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_ENCODING_NOT_SUPPORTED") {
      return undefined;
    }
    throw error;
  }
}

/** Without a mark a document in UTF-16 begins with «<» and a zero byte. */
const marks: readonly (readonly [encoding: string, beginning: readonly number[]])[] = [
  ["utf-32", [0xff, 0xfe, 0, 0]],
  ["utf-32", [0, 0, 0xfe, 0xff]],
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
  ["utf-16le", [0x3c, 0]],
  ["utf-16be", [0, 0x3c]],
];

function byMark(head: Uint8Array, file: string): string | undefined {
  const [encoding] = marks.find(([, beginning]) => beginning.every((byte, index) => head[index] === byte)) ?? [];
  if (encoding === "utf-32") {
    throw new FormatError({ file, message: "it is written in UTF-32, which is not read here: save it as UTF-8" });
  }
  return encoding;
}

function declaredIn(head: Uint8Array, marked: string | undefined): string | undefined {
  if (marked !== undefined) {
    return undefined;
  }
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, headLength)).toString("latin1");
  return /^<\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1];
}
