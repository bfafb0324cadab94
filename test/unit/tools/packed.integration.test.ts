import { execFile } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { catalogue } from "../../../provider/errors";

const root = path.resolve(__dirname, "..", "..", "..");

/** Files of the package as they would be published, and the folders that they are in. */
let files: string[];
let places: Set<string>;
beforeAll(async () => {
  const pack = ["pack", "--dry-run", "--json", "--ignore-scripts", "--loglevel=error"];
  const { stdout } = await promisify(execFile)("npm", pack, { cwd: root, maxBuffer: 2 ** 26 });
  files = (JSON.parse(stdout) as [{ files: { path: string }[] }])[0].files.map((file) => file.path);
  places = new Set(files.flatMap((file) => foldersOf(file)));
});

const read = (file: string): string => fs.readFileSync(path.join(root, file), "utf8");

function foldersOf(place: string): string[] {
  return place === "." ? [place] : [place, ...foldersOf(path.posix.dirname(place))];
}

/** Where the links of a page lead; what stands in code is none. */
function linksOf(page: string): string[] {
  const text = read(page)
    .replace(/^```[^]*?^```/gm, "")
    .replace(/`[^`\n]*`/g, "");
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);
}

/** As code hosts make them of headings. */
function anchorsOf(page: string): string[] {
  return [...read(page).matchAll(/^#+ (.*)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\- ]/gu, "")
      .replaceAll(" ", "-"),
  );
}

it("holds the documentation, the examples, and nothing that a run leaves there", () => {
  expect(files).toEqual(
    expect.arrayContaining(["README.md", "docs/errors.md", "docs/reference/user.md", "examples/quickstart/index.ts"]),
  );
  expect(files.filter((file) => /\.haleconnect|node_modules|Pulumi\.\w+\.yaml|^test\//.test(file))).toEqual([]);
});

it("every link of every page leads somewhere in the package, or to the web", () => {
  const dead = files
    .filter((file) => file.endsWith(".md"))
    .flatMap((page) =>
      linksOf(page)
        .filter((link) => !/^(https?|mailto):/.test(link))
        .filter((link) => {
          const [file = "", anchor = ""] = link.split("#");
          const target = file === "" ? page : path.posix.normalize(path.posix.join(path.posix.dirname(page), file));
          return !places.has(target) || (anchor !== "" && !anchorsOf(target).includes(anchor));
        })
        .map((link) => `${page}: ${link}`),
    );
  expect(dead).toEqual([]);
});

it("every page that an error points to is in the package", () => {
  const sources = files
    .filter((file) => /^dist\/(provider|emulator)\/.*\.d\.ts$/.test(file))
    .map((file) => file.slice("dist/".length).replace(/\.d\.ts$/, ".ts"))
    .filter((file) => fs.existsSync(path.join(root, file)) && !file.startsWith("provider/resources/"));
  const texts = [...sources.map(read), JSON.stringify(catalogue)].map((text) =>
    text.replace(/^\s*(\/\*\*|\*|\/\/).*$/gm, ""),
  );
  const written = /(?<![\w./])(?:node_modules\/pulumi-haleconnect\/)?(docs\/[\w/-]+(?:\.md|(?:\.[\w-]+)*\.json)?)/g;
  const named = texts.flatMap((text) => [...text.matchAll(written)].map(([, page = ""]) => page));
  expect(named).toContain("docs/reference");
  expect([...new Set(named)].filter((page) => !places.has(page))).toEqual([]);
});
