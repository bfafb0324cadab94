import type { Described } from "./described";

const type = "application/json";

/** The first page of OGC API - Features. */
export function landingPage({ title, abstract, address, metadata }: Described) {
  return {
    title,
    description: abstract,
    links: [
      { rel: "self", type, title, href: address },
      { rel: "data", type, title: "Collections", href: `${address}/collections` },
      ...metadata.map((href) => ({ rel: "describedby", type: "application/xml", title: "Metadata", href })),
    ],
  };
}

export function collections({ address, layers }: Described) {
  const href = `${address}/collections`;
  return {
    links: [{ rel: "self", type, title: "Collections", href }],
    collections: layers.map(({ name, title }) => ({ id: name, title, itemType: "feature", links: [] })),
  };
}
