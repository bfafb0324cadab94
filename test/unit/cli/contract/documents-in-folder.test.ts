import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { documentsInFolder } from "../../../../provider/cli/contract/documents-in-folder";

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "documents-"));
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true });
});

const minimal = 'swagger: "2.0"\npaths: { /it: { get: { responses: { 200: {} } } } }\n';

function save(file: string, text = minimal): void {
  fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  fs.writeFileSync(path.join(folder, file), text);
}

const names = (): string[] => documentsInFolder(folder).map(({ name }) => name);

describe("the documents of a folder", () => {
  it.each([
    ["accounts.yaml", "accounts"],
    ["store-data.yml", "store-data"],
    ["store/data/swagger.yaml", "store/data"],
    ["store/data/openapi.json", "store/data"],
    ["store/data.json", "store/data"],
    ["swagger.json", "swagger"],
  ])("have the name of their file or folder: %s", (file, name) => {
    save(file);
    expect(names()).toEqual([name]);
  });

  it("have the names of their files where two would be called the same", () => {
    save("accounts.yaml");
    save("accounts.json", "{}");
    expect(names()).toEqual(["accounts.json", "accounts.yaml"]);
  });

  it("are the files that end as a document does", () => {
    save("accounts.yaml");
    save("notes.txt");
    save("page.html");
    expect(names()).toEqual(["accounts"]);
  });

  it("say in one line what is wrong with one of them, without its name", () => {
    save("good.yaml");
    save("page.yaml", "<!doctype html><html></html>");
    save("broken.yaml", "swagger: '2.0'\npaths:\n  a: b: c\n");
    const [broken, good, page] = documentsInFolder(folder).map(({ read }) => ("problem" in read ? read.problem : ""));
    expect(good).toBe("");
    expect(page).toMatch(/^this is an HTML page, not an API document; give the address/);
    expect(broken).toMatch(/^line 3:\d+: it is neither JSON nor YAML/);
  });
});
