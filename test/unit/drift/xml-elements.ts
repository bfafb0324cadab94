import { SaxesParser } from "saxes";

export interface XmlElement {
  readonly name: string;
  readonly parent: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** The elements of a document with their attributes; fails if it is not well-formed. */
export function elementsIn(xml: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const open: XmlElement[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const parent = open.at(-1)?.name ?? "";
    const element = { name, parent, attributes: attributes as Record<string, string>, text: "" };
    found.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const last = open.at(-1);
    if (last !== undefined) {
      last.text += text;
    }
  });
  parser.on("closetag", () => open.pop());
  parser.write(xml).close();
  return found;
}
