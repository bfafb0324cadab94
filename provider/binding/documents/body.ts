import { BrokenOperation } from "./broken-document";
import { firstOf, isJson, isMultipart, isOtherForm, isText, type Content } from "./content";
import { fieldsOf } from "./fields";
import { shown } from "./json";
import type { ApiBody } from "./model";
import type { DocumentReading } from "./reading";
import { shapeOf } from "./schema";

const rawFile: ApiBody = { sends: "file", fields: [] };

/** What an operation sends: as JSON if it may, else as text, else as a file. */
export function readBody(reading: DocumentReading, label: string, content: Content): ApiBody {
  const json = firstOf(content, isJson);
  if (json !== undefined) {
    const [, schema] = json;
    return shapeOf(reading, schema).type === "file" ? rawFile : { sends: "json", fields: fieldsOf(reading, schema) };
  }
  const text = firstOf(content, isText);
  if (text !== undefined) {
    return { sends: "text", fields: fieldsOf(reading, text[1]) };
  }
  const form = firstOf(content, isMultipart);
  if (form !== undefined) {
    return readForm(reading, label, form[1]);
  }
  const [media] = content.keys();
  if (media === undefined || isOtherForm(media)) {
    throw new BrokenOperation(
      media === undefined
        ? "it does not say in which form its body travels"
        : `its body travels as "${shown(media)}"; this reader knows JSON, text and files`,
    );
  }
  return rawFile;
}

/** A form with a file, or with several files in one part. */
function readForm(reading: DocumentReading, label: string, schema: unknown): ApiBody {
  const { members } = shapeOf(reading, schema);
  const files = [...members].filter(([, member]) => isFile(reading, member)).map(([name]) => name);
  const [filePart, ...others] = files;
  if (filePart === undefined) {
    throw new BrokenOperation("its body travels as a form without a file; this reader knows JSON, text and files");
  }
  if (others.length > 0) {
    reading.remark(`${label}: it sends several files, in the parts ${files.map((it) => `"${shown(it)}"`).join(", ")}.`);
  }
  const fields = fieldsOf(reading, schema, { out: new Set(files) });
  return { sends: "file", fields, filePart, ...(others.length === 0 ? {} : { otherFileParts: others }) };
}

function isFile(reading: DocumentReading, schema: unknown): boolean {
  const { type, items } = shapeOf(reading, schema);
  return type === "file" || (type === "array" && shapeOf(reading, items).type === "file");
}
