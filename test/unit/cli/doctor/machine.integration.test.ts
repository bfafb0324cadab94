import fs from "node:fs";
import path from "node:path";
import { exitOf } from "../../../../provider/cli/doctor/report";
import { closeAll, later, platform, serve, temporaryFolder } from "../../client/scripted-server";
import { Machine } from "../../engine/machine";
import { examined, loginTo, named } from "./patient";

afterEach(closeAll);

const nobody = "http://127.0.0.1:1";
const contract = (servers: readonly string[], more = ""): string =>
  `haleconnect: contract/1\nservers: ${JSON.stringify(servers)}\n${more}operations: {}\n`;

function written(text: string): string {
  const folder = temporaryFolder();
  fs.writeFileSync(path.join(folder, "haleconnect.contract.yaml"), text);
  return folder;
}

describe("the check of the contract file", () => {
  it("finds the nearest file upwards, and says its age", async () => {
    const above = written(contract([nobody], 'pulled: "2026-11-01"\n'));
    const folder = path.join(above, "program");
    fs.mkdirSync(folder);
    const today = Date.parse("2026-11-12T12:00Z");
    const { status, says } = named(await examined(loginTo(nobody), { folder, today }), "contract");
    expect(status).toBe("ok");
    expect(says).toBe(`${path.join(above, "haleconnect.contract.yaml")}, pulled 2026-11-01, 11 days ago`);
  });

  it("warns of an old one", async () => {
    const folder = written(contract([nobody], 'pulled: "2026-01-01"\n'));
    const today = Date.parse("2026-11-12T12:00Z");
    const { status, remedy } = named(await examined(loginTo(nobody), { folder, today }), "contract");
    expect(status).toBe("warning");
    expect(remedy).toContain("haleconnect contract pull");
  });

  it("is an error with exit 2 for the file of another server", async () => {
    const folder = written(contract(["https://other.example"]));
    const server = await serve(platform((_, response) => response.writeHead(404).end(), { isReal: true }));
    const findings = await examined(loginTo(server.url), { folder });
    expect(named(findings, "contract").says).toContain(`is for https://other.example, not for ${server.url}`);
    expect(exitOf(findings.filter(({ name }) => name === "contract"))).toBe(2);
  });

  it.each([
    ["that is none", "haleconnect: something\n", "haleconnect"],
    ["that is no YAML", "a: [\n", ""],
  ])("is an error with exit 2 for a file %s", async (_, text, words) => {
    const folder = written(text);
    const finding = named(await examined(loginTo(nobody), { folder }), "contract");
    expect(finding).toMatchObject({ status: "error", exit: "usage" });
    expect(finding.says).toContain(words);
  });

  it("is an error if HALECONNECT_CONTRACT names no file", async () => {
    const env = { ...loginTo(nobody), HALECONNECT_CONTRACT: "gone.yaml" };
    expect(named(await examined(env), "contract").says).toMatch(/^HC1005 .*gone.yaml.* there is no such file/);
  });

  it("warns on a platform if there is none", async () => {
    const server = await serve(platform((_, response) => response.writeHead(404).end(), { isReal: true }));
    const { status, remedy } = named(await examined(loginTo(server.url)), "contract");
    expect(status).toBe("warning");
    expect(remedy).toContain("haleconnect contract pull");
  });
});

describe("the check of the engine", () => {
  it("finds the one on PATH", async () => {
    const machine = new Machine();
    later(() => machine.remove());
    machine.engine("3.260.0");
    const { status, says } = named(await examined({ ...loginTo(nobody), ...machine.env }), "engine");
    expect([status, says]).toEqual(["ok", `Pulumi 3.260.0, on PATH: ${machine.bin}`]);
  });

  it("warns if there is none, and installs none", async () => {
    const folder = temporaryFolder();
    const { status, remedy } = named(await examined(loginTo(nobody), { folder }), "engine");
    expect(status).toBe("warning");
    expect(remedy).toContain("haleconnect setup");
    expect(fs.readdirSync(folder)).toEqual([]);
  });
});

describe("the check of the journal", () => {
  it("is ok if the folder is there, or can be made", async () => {
    const folder = temporaryFolder();
    const journal = path.join(folder, ".haleconnect", "journal");
    expect(named(await examined({}, { folder }), "journal").says).toContain("the first run in this folder creates it");
    fs.mkdirSync(journal, { recursive: true });
    expect(named(await examined({}, { folder }), "journal")).toEqual({ name: "journal", status: "ok", says: journal });
  });

  it("warns if something else stands there", async () => {
    const folder = temporaryFolder();
    fs.writeFileSync(path.join(folder, ".haleconnect"), "a file");
    const { status, says } = named(await examined({}, { folder }), "journal");
    expect(status).toBe("warning");
    expect(says).toContain("cannot be written");
  });
});
