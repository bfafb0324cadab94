import fs from "node:fs";
import path from "node:path";
import { globSync } from "tinyglobby";
import { allOperations, allSources, listed, placesOf, type Sources } from "../../../provider/contract";
import { catalogue } from "../../../provider/errors";
import { kinds } from "../../../provider/kinds";
import { policyFieldsOf } from "../../../provider/lifecycle/values/inputs";

const root = path.resolve(__dirname, "..", "..", "..");
const read = (file: string): string => fs.readFileSync(path.join(root, file), "utf8");

const pages = ["docs/platform.md", "docs/decisions.md"];
const places = new Set(pages.flatMap((page) => anchorsOf(read(page)).map((anchor) => `${page}#${anchor}`)));

/** The anchors that GitHub gives the headings of a page. */
function anchorsOf(page: string): string[] {
  return [...page.matchAll(/^##+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_\- ]/gu, "")
      .replaceAll(" ", "-"),
  );
}

/** Whatever a person wrote or printed here, by file; this one names what must not be there. */
const texts = globSync(
  ["*.md", "{provider,emulator,test,tools,bench,docs,examples}/**/*.{ts,mjs,cjs,md}", "!**/node_modules/**"],
  { cwd: root, ignore: ["test/unit/tools/citations.test.ts"] },
).map((file) => [file, read(file)] as const);

const citations = /docs\/(?:platform|decisions)\.md#[\w-]+/g;

describe("a citation", () => {
  it("leads to a heading, whatever the table of sources names", () => {
    expect(placesOf(allSources).filter((place) => !places.has(place))).toEqual([]);
  });

  it("leads to a heading, wherever it stands in a comment, a title or a page", () => {
    const lost = texts.flatMap(([file, text]) =>
      [...text.matchAll(citations)].filter(([place]) => !places.has(place)).map(([place]) => `${file}: ${place}`),
    );
    expect(lost).toEqual([]);
  });

  it("is a link on a reference page, and the link leads to a heading", () => {
    const printed = texts.filter(([file]) => file.startsWith("docs/reference/"));
    const links = printed.flatMap(([, text]) =>
      [...text.matchAll(/\(\.\.\/((?:platform|decisions)\.md#[\w-]+)\)/g)].map(([, link]) => `docs/${link ?? ""}`),
    );
    expect(links.length).toBeGreaterThan(100);
    expect(links.filter((link) => !places.has(link))).toEqual([]);
  });

  it("has every heading of both pages in the table, so that each can be cited", () => {
    const headings = [...places].filter((place) => place !== "docs/platform.md#how-to-read-this-page");
    expect(headings.sort()).toEqual([...placesOf(allSources)].sort());
  });

  it("names a document that is in this repository", () => {
    const elsewhere = texts.filter(([, text]) => /\bfacts? \d(\.\d)?|\bdecision \d/i.test(text)).map(([file]) => file);
    expect(elsewhere).toEqual([]);
  });
});

describe("a source", () => {
  const fields: [string, Sources][] = kinds.flatMap((kind) =>
    Object.entries({ ...kind.inputs, ...kind.outputs, ...policyFieldsOf(kind) }).map(
      ([name, { source }]): [string, Sources] => [`${kind.name}.${name}`, source],
    ),
  );
  const operations = allOperations.map(({ key, evidence }): [string, Sources] => [key, evidence.source]);

  it("of each field, policy and operation is in the table", () => {
    const lost = [...fields, ...operations].filter(
      ([, source]) => listed(source).length === 0 || !listed(source).every((one) => allSources.includes(one)),
    );
    expect(fields.length).toBeGreaterThan(100);
    expect(lost).toEqual([]);
  });
});

describe("what an editor or a terminal shows", () => {
  it("cites nothing in the printed classes", () => {
    const citing = texts.filter(
      ([file, text]) => file.startsWith("provider/resources/") && /(platform|decisions)(\.md)?#/.test(text),
    );
    expect(citing).toEqual([]);
  });

  it("cites nothing in the errors", () => {
    expect(JSON.stringify(catalogue)).not.toMatch(/(platform|decisions)(\.md)?#/);
  });
});
