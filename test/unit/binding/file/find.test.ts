import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { CONTRACT_FILE, findContractFile } from "../../../../provider/binding/file/find";

describe("the contract file that counts", () => {
  let top: string;

  beforeEach(() => {
    top = fs.mkdtempSync(path.join(os.tmpdir(), "haleconnect-find-"));
    fs.mkdirSync(path.join(top, "programs", "staging"), { recursive: true });
  });
  afterEach(() => fs.rmSync(top, { recursive: true, force: true }));

  const put = (...folders: string[]): string => {
    const file = path.join(top, ...folders, CONTRACT_FILE);
    fs.writeFileSync(file, "");
    return file;
  };
  const found = () => findContractFile(path.join(top, "programs", "staging"));

  it("is the one in the program's folder", () => {
    put();
    const nearest = put("programs", "staging");
    expect(found()).toBe(nearest);
  });

  it("is otherwise the nearest one above it", () => {
    put();
    const nearest = put("programs");
    expect(found()).toBe(nearest);
  });

  it("is none where no folder up to the root has one", () => {
    expect(found()).toBeUndefined();
  });
});
