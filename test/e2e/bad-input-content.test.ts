import fs from "node:fs";
import path from "node:path";
import type { ProviderProcess } from "../support/provider-process";
import { Stage } from "../support/stage";
import { schemas } from "../../provider/contract";
import { rawZip } from "../unit/formats/support/raw-zip";
import { installedFolder } from "./support/installed-folder";
import { expectOneError } from "./support/one-error";
import { expectRefusal } from "./support/refused";
import { program, Tenant } from "./support/tenant";

/** The process of the provider tells what the engine shows; that it shows it so is tried with one mistake of each part. */
let stage: Stage;
let provider: ProviderProcess;
beforeAll(async () => {
  stage = await Stage.start(installedFolder());
  provider = await stage.process();
});
afterAll(() => stage.stop());

const inFolder = (name: string): string => path.join(stage.folder, name);

function write(name: string, content: string | Buffer): void {
  fs.mkdirSync(path.dirname(inFolder(name)), { recursive: true });
  fs.writeFileSync(inFolder(name), content);
}

/** A file that claims so many bytes and takes none. */
function sparse(name: string, bytes: number): void {
  write(name, "");
  fs.truncateSync(inFolder(name), bytes);
}

const givenFor = (kind: string, values: object): Record<string, unknown> =>
  kind === "BucketFile" || kind === "ContentSharing" ? { ...values } : { organisation: "1", name: "Roads", ...values };

const refused = (kind: string, values: object, code: RegExp): Promise<string> =>
  expectRefusal(stage, provider, { kind, values: givenFor(kind, values) }, code);

const bucket = (files: readonly unknown[], code: RegExp, more: object = {}) =>
  refused("Bucket", { files, ...more }, code);
const schema = (files: readonly unknown[], code: RegExp) => refused("Schema", { files }, code);
const project = (files: readonly unknown[], code: RegExp) => refused("TransformationProject", { files }, code);

const GiB = 1024 ** 3;
const xsd = (inside: string, before = "") =>
  `<?xml version="1.0"?>\n${before}<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:a">\n${inside}\n</xs:schema>`;

describe("files, each mistake with one clear error and nothing written", () => {
  it("a missing file", async () => {
    const shown = await bucket(["data/a.csv"], /HC3004 `files`: the file "data\/a\.csv": there is no such file/);
    expect(shown).toContain("A path starts at the folder of the program");
  });

  it("a file that cannot be read", async () => {
    // Who may read everything meets one that nobody can read.
    if (process.getuid?.() === 0) {
      fs.symlinkSync("/proc/self/mem", inFolder("closed.csv"));
    } else {
      write("closed.csv", "x");
      fs.chmodSync(inFolder("closed.csv"), 0);
    }
    await bucket(["closed.csv"], /HC3004 `files`: the file "closed\.csv": it cannot be read/);
  });

  it("a folder, and a link that leads to itself", async () => {
    fs.mkdirSync(inFolder("folder"));
    await bucket(["folder"], /HC3004 `files`: the file "folder": it is not a file/);
    fs.symlinkSync("round", inFolder("round"));
    await bucket(["round"], /HC3004 `files`: the file "round": it is a link that leads to itself/);
  });

  it("a file of more than 2 GB, in a bucket and on its own", async () => {
    sparse("large.gml", 2 * GiB + 1);
    const problem = "it has 2,147,483,649 bytes, but at most 2,147,483,648 are allowed";
    await bucket(["large.gml"], new RegExp(`HC3004 \`files\`: the file "large\\.gml": ${problem}`));
    const id = "data/org.1.00000000-0000-4000-8000-000000000000";
    const code = new RegExp(`HC3004 \`source\` is the file "large\\.gml": ${problem}`);
    await refused("BucketFile", { bucket: id, name: "a.gml", source: { path: "large.gml" } }, code);
  });

  it("an attachment of more than 750 MiB", async () => {
    sparse("large.pdf", 750 * 1024 ** 2 + 1);
    await bucket(["large.pdf"], /HC3004 [^\n]*at most 786,432,000 are allowed/, { store: "attachments" });
  });

  it("an attachment with dots in its name", async () => {
    write("plan.v2.pdf", "x");
    const code =
      /HC3004 [^\n]*its name "plan\.v2\.pdf" is not allowed: expected a name whose only dot is the one before/;
    await bucket(["plan.v2.pdf"], code, { store: "attachments" });
  });

  it("a name that leads outside the bucket", () =>
    bucket([{ name: "../a.txt", content: "x" }], /HC3004 [^\n]*its name "\.\.\/a\.txt" is not allowed/));

  it("a pattern that matches nothing", () =>
    bucket(["nowhere/*.gml"], /HC3004 `files`: no file matches "nowhere\/\*\.gml"/));

  it("two files of the same name", () => {
    write("one/a.csv", "1");
    write("two/a.csv", "2");
    return bucket(
      ["one/a.csv", "two/a.csv"],
      /HC3004 `files`: two files get the name "a\.csv"; give one of them another/,
    );
  });

  it("content without a name", () =>
    bucket([{ content: "x" }], /HC3004 `files`: a file with `content` or `base64` needs a `name`/));
});

describe("schemas, each mistake with one clear error and nothing written", () => {
  it("an XSD that is not XML, with the place", () =>
    schema([{ name: "a.xsd", content: "id,name\n" }], /HC3004 `files`: a\.xsd:2:0: it is not XML/));

  it("an XML document that is not a schema", () =>
    schema([{ name: "a.xsd", content: "<roads/>" }], /HC3004 `files`: a\.xsd:1[^\n]*schema/));

  it("a file of another kind", () =>
    schema([{ name: "a.csv", content: "id" }], /HC3004 `files`: none of the files holds a schema: a\.csv; an XSD/));

  it("a broken Shapefile, and one without its table", async () => {
    await schema([{ name: "a.shp", content: "no shapes" }], /HC3004 `files`: a\.shp: /);
    const shp = Buffer.alloc(100);
    shp.writeInt32BE(9994, 0);
    shp.writeInt32BE(50, 24);
    shp.writeInt32LE(1000, 28);
    shp.writeInt32LE(1, 32);
    await schema(
      [{ name: "a.shp", base64: shp.toString("base64") }],
      /HC3004 `files`: a\.shp: the table of its columns is not there: add the \.dbf file/,
    );
  });

  it("a hale schema that is broken", () => schema([{ name: "a.hsd", content: "{" }], /HC3004 `files`: a\.hsd/));

  it("an import that cannot be found, with file and line", async () => {
    const content = xsd('<xs:import namespace="urn:b" schemaLocation="common/B.xsd"/>');
    write("schemas/A.xsd", content);
    const shown = await schema(
      ["schemas/A.xsd"],
      /HC3004 `files`: A\.xsd:3: the import of urn:b from "common\/B\.xsd" is not found/,
    );
    expect(shown).toContain("add the file common/B.xsd");
  });

  it("an import from outside the schema's folder, which is not sent", async () => {
    write("secret.xsd", xsd("").replace("urn:a", "urn:b"));
    write("schemas/A.xsd", xsd('<xs:import namespace="urn:b" schemaLocation="../secret.xsd"/>'));
    await schema(["schemas/A.xsd"], /HC3004 `files`: A\.xsd:3: [^\n]*secret\.xsd/);
  });

  it("external entities", async () => {
    const external = '<!DOCTYPE xs:schema [<!ENTITY passwd SYSTEM "file:///etc/passwd">]>\n';
    const shown = await schema(
      [{ name: "a.xsd", content: xsd("<xs:annotation>&passwd;</xs:annotation>", external) }],
      /HC3004 `files`: a\.xsd:\d+[^\n]*(entit|DOCTYPE)/i,
    );
    expect(shown).not.toContain("root:");
  });

  it("an entity bomb", () => {
    const level = (at: number) => `<!ENTITY l${at} "${`&l${at - 1};`.repeat(10)}">`;
    const bomb = `<!DOCTYPE a [<!ENTITY l0 "ha">${[1, 2, 3, 4, 5, 6, 7, 8, 9].map(level).join("")}]>\n`;
    return schema([{ name: "a.xsd", content: xsd("&l9;", bomb) }], /HC3004 `files`: a\.xsd:\d+[^\n]*(entit|DOCTYPE)/i);
  });

  it("a document that is too large to be one", () => {
    sparse("schemas/Large.xsd", 300 * 1024 ** 2);
    return schema(["schemas/Large.xsd"], /HC3004 `files`: [^\n]*Large\.xsd/);
  });
});

describe("transformation projects, each mistake with one clear error and nothing written", () => {
  it("a project file that is not a project", () =>
    project([{ name: "a.halex", content: "<roads/>" }], /HC3004 `files`: a\.halex/));

  it("a missing alignment, with its name", () =>
    project(
      [{ name: "a.halex", content: '<hale-project><file name="alignment.xml" location="x.xml"/></hale-project>' }],
      /HC3004 `files`: a\.halex: its alignment "x\.xml" is not there: add that file/,
    ));

  it("no project at all", () => project([{ name: "a.txt", content: "x" }], /HC3004 `files`: /));

  it("a broken archive", () => {
    write("a.halez", "no archive");
    return project(["a.halez"], /HC3004 `files`: a\.halez/);
  });

  it.each([
    ["a path that leaves it", "../../etc/passwd"],
    ["an absolute path", "/etc/passwd"],
  ])("an archive with %s", (_what, name) => {
    write("b.halez", rawZip([{ name }]));
    return project(["b.halez"], /HC3004 `files`: b\.halez[^\n]*is not taken: its name/);
  });

  it("an archive that unpacks to more than it says", () => {
    const content = Buffer.alloc(1024 ** 2);
    write("c.halez", rawZip([{ name: "a.halex", content, says: 10 }]));
    return project(["c.halez"], /HC3004 `files`: [^\n]*c\.halez/);
  });
});

describe("a missing referred object gives one clear error and nothing is written", () => {
  const missing = (store: string) => `${store}/org.1.00000000-0000-4000-8000-000000000000`;
  const files = [{ name: "a.txt", content: "x" }];

  it("a preset, with the presets that exist", async () => {
    const shown = await refused("Schema", { preset: "inspire-xx-9" }, /HC3003 there is no preset "inspire-xx-9"/);
    expect(shown).toContain("inspire-ad-4.0");
  });

  it("an organisation", () => bucket(files, /HC3003 there is no organisation 4711/, { organisation: "4711" }));

  it("a schema: to be based on, for a profile, for a project", async () => {
    const id = missing("schemas");
    const code = new RegExp(`HC3003 there is no schema ${id}`);
    await refused("Schema", { basedOn: id }, code);
    await refused("SchemaProfile", { schema: id }, code);
    await refused("TransformationProject", { sourceSchemas: [id] }, code);
  });

  it("a bucket: for a file, and for sharing", async () => {
    const id = missing("data");
    await refused("BucketFile", { bucket: id, name: "a.txt", source: { content: "x" } }, /HC3003 there is no bucket/);
    await refused("ContentSharing", { content: id, public: true }, /HC3003 there is no data\/org/);
  });

  /** Only the platform can tell, when it is asked to take it from there. */
  it("an address where nothing answers, and no schema is left behind", async () => {
    const made = stage.resource("it", "Schema").up(provider, givenFor("Schema", { url: "http://127.0.0.1:9/a.xsd" }));
    const reason = await made.then(
      () => "nothing is wrong",
      (error: unknown) => (error as Error).message,
    );
    expect(reason).toMatch(/HC2422 [^\n]*source\.address[^\n]*127\.0\.0\.1:9/);
    expect(reason.match(/HC\d{4} /g)).toHaveLength(1);
    expect(await stage.outOfBand.list(schemas.getSchemas, {})).toMatchObject({ items: [] });
  });

  it("a schema with other than exactly one source", () =>
    refused("Schema", { preset: "inspire-ad-4.0", files }, /HC3001 `files` or `url`[^\n]*exactly one of them/));
});

describe("the engine shows such an error once, before anything is written", () => {
  let tenant: Tenant;
  beforeAll(async () => {
    tenant = await Tenant.start(installedFolder(), program());
  });
  afterAll(() => tenant.stop());

  it.each([
    ["a file", "Bucket", { files: ["nowhere.csv"] }, /HC3004 `files`: the file .*nowhere\.csv/],
    ["a schema", "Schema", { files: [{ name: "a.xsd", content: "<roads/>" }] }, /HC3004 `files`: a\.xsd:1/],
    ["a reference", "Schema", { preset: "inspire-xx-9" }, /HC3003 there is no preset/],
  ])("%s", async (_what, kind, values, code) => {
    tenant.edit(program(`new ${kind}("it", ${JSON.stringify(givenFor(kind, values))});`));
    await expectOneError(tenant, code);
  });
});
