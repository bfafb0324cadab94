import type { Described } from "./described";
import { element, textElement, xmlDocument } from "./xml";

/** A predefined dataset is announced as a feed. Its files stay in the store, so the entries have no link to them. */
export function atomFeed({ title, abstract, address, layers, metadata, attachments }: Described): string {
  const updated = textElement("updated", "2026-01-01T00:00:00Z");
  const entries = layers.map((layer) =>
    element("entry", {}, textElement("id", `${address}#${layer.name}`), textElement("title", layer.title), updated),
  );
  return xmlDocument(
    element(
      "feed",
      { xmlns: "http://www.w3.org/2005/Atom" },
      textElement("id", address),
      textElement("title", title),
      textElement("subtitle", abstract),
      updated,
      element("author", {}, textElement("name", "hale»connect")),
      element("link", { rel: "self", href: address }),
      ...metadata.map((href) => element("link", { rel: "describedby", href })),
      ...attachments.map((file) =>
        element("link", { rel: "related", type: file.type, title: file.name, href: file.address }),
      ),
      ...entries,
    ),
  );
}
