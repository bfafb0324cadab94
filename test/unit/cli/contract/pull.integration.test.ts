import fs from "node:fs";
import type http from "node:http";
import os from "node:os";
import path from "node:path";
import { parse } from "yaml";
import type { ContractFile } from "../../../../provider/binding/file/model";
import { printSwaggerYaml } from "../../../../provider/contract/swagger";
import { services } from "../../../../provider/contract";
import { startForeign } from "../../../foreign";
import { haleconnect, RunningCommand } from "../command";
import { SmallServer } from "./small-server";

const saved = path.resolve(__dirname, "..", "..", "..", "foreign", "documents");
const accounts = services.find(({ name }) => name === "accounts");
const swagger = accounts === undefined ? "" : printSwaggerYaml(accounts);

let folder: string;
let out: string;
const servers: { close: () => unknown }[] = [];

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "contract-pull-"));
  out = path.join(folder, "haleconnect.contract.yaml");
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
  fs.rmSync(folder, { recursive: true });
});

const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("HALECONNECT_")));
const pull = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  haleconnect(["contract", "pull", "--out", out, ...args], { ...clean, ...env });
const written = (): ContractFile => parse(fs.readFileSync(out, "utf8")) as ContractFile;

async function serve(answer: http.RequestListener): Promise<SmallServer> {
  const server = await SmallServer.start(answer);
  servers.push(server);
  return server;
}

const onlyAccounts =
  (answer: http.RequestListener): http.RequestListener =>
  (request, response) => {
    if (request.url === "/accounts/swagger.yaml") {
      response.end(swagger);
    } else {
      answer(request, response);
    }
  };
const notFound: http.RequestListener = (_, response) => response.writeHead(404).end();

/** Progress is shown over two seconds, which a busy machine may need. */
const withoutProgress = (stderr: string): string => stderr.replace(/^\[\d+:\d\d\] .*\n/gm, "");

describe("haleconnect contract pull", () => {
  it("writes a contract file from saved documents, and says what is left to do", async () => {
    const { code, stdout, stderr } = await pull(["--documents", saved]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/not read {2}index: it is no API document/);
    expect(stdout).toMatch(/\d+ {2}are matched, and wait for somebody to confirm them/);
    expect(stdout).toContain("write `confirmed: true` in the file:\n  login, assignRole");
    expect(stderr).toContain("warning: no address is set");
    expect(written().operations["login"]?.path).toBe("/identity/v2/sessions");
  });

  it("says it in one line for a machine", async () => {
    const { stdout } = await pull(["--documents", saved, "--format", "json"]);
    const summary = JSON.parse(stdout) as { readonly matched: readonly string[]; readonly documents: object };
    expect(summary.matched).toContain("createUser");
    expect(Object.keys(summary.documents)).toEqual(["catalogue", "directory", "identity", "index", "jobs", "storage"]);
  });

  it("says which choice it cannot follow, and why", async () => {
    await pull(["--documents", saved]);
    const text = fs.readFileSync(out, "utf8").replace(/ {2}getProfile:\n/, "  getProfile:\n    chosen: accountsById\n");
    fs.writeFileSync(out, text);
    const { stdout } = await pull(["--documents", saved]);
    expect(stdout).toMatch(
      /1 {2}are chosen, and not bound:\n +getProfile: the documents have no such operation\. Did you mean `accountById`\?/,
    );
  });

  it("pulls again into the same file, and says what changed", async () => {
    await pull(["--documents", saved]);
    const confirmed = fs
      .readFileSync(out, "utf8")
      .replace("createUser:\n    confirmed: false", "createUser:\n    confirmed: true");
    fs.writeFileSync(out, confirmed);
    const { stdout } = await pull(["--documents", saved, "--url", "https://platform.example"]);
    expect(stdout).toContain("Since the last pull\n  nothing changed");
    expect(written().operations["createUser"]?.confirmed).toBe(true);
    expect(written().servers).toEqual(["https://platform.example"]);
  });

  it("explains why an operation is matched, and writes nothing", async () => {
    const { code, stdout } = await pull(["--documents", saved, "--explain", "createSuborganisation"]);
    expect(code).toBe(0);
    expect(stdout).toContain("matched: the first candidate is bound");
    expect(stdout).toMatch(/\d+ points {2}addChildOrganization {2}POST/);
    expect(stdout).toContain("+15  the method is the same (POST)");
    expect(fs.existsSync(out)).toBe(false);
  });

  it("reads documents at addresses of their own", async () => {
    const foreign = await startForeign();
    servers.push(foreign);
    const { code } = await pull(["--document", `directory=${foreign.url}/docs/directory.yaml`, "--url", foreign.url]);
    expect(code).toBe(0);
    expect(written().documents["directory"]?.from).toBe(`${foreign.url}/docs/directory.yaml`);
    expect(written().operations["createSuborganisation"]?.method).toBe("POST");
  });

  it("goes on without documents that a server does not have", async () => {
    const server = await serve(onlyAccounts(notFound));
    const { code, stdout } = await pull(["--url", server.url]);
    expect(code).toBe(0);
    expect(stdout).toContain("not read  store/data: there is none of swagger.yaml, swagger.json");
    expect(written().operations["createUser"]).toEqual({ same: true, document: "accounts" });
  });

  it("logs in where the documents want it, and only then", async () => {
    const server = await serve((request, response) => {
      if (request.headers.authorization === "Bearer open-sesame") {
        onlyAccounts(notFound)(request, response);
      } else {
        response.writeHead(401).end();
      }
    });
    const { code, stderr } = await pull(["--url", server.url], { HALECONNECT_TOKEN: "open-sesame" });
    expect([code, withoutProgress(stderr)]).toEqual([0, ""]);
  });
});

describe("haleconnect contract pull ends with", () => {
  it.each([
    ["an operation that is none", ["--explain", "createUsr"], "no operation createUsr; did you mean createUser?"],
    ["a folder that is none", ["--documents", "./nowhere"], "there is no folder ./nowhere"],
    ["a document without a place", ["--document", "accounts"], "Expected a name and a place"],
    ["a format that is none", ["--format", "xml"], "Allowed choices are text, json"],
  ])("2 for %s", async (_, args, message) => {
    const { code, stderr } = await pull(args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  it("2 without an address, and says where it is set", async () => {
    const { code, stderr } = await pull([]);
    expect(code).toBe(2);
    expect(stderr).toContain("HALECONNECT_URL is missing");
  });

  it("2 for a contract file with errors, and leaves it as it is", async () => {
    fs.writeFileSync(out, "haleconnect: contract/1\nservers: []\n");
    const { code, stderr } = await pull(["--documents", saved]);
    expect(code).toBe(2);
    expect(stderr).toContain("HC1005");
    expect(fs.readFileSync(out, "utf8")).toBe("haleconnect: contract/1\nservers: []\n");
  });

  it("2 for a contract file of another server, and asks the server nothing", async () => {
    fs.writeFileSync(out, "haleconnect: contract/1\nservers: [https://a.example]\noperations: {}\n");
    const server = await serve(notFound);
    const { code, stderr } = await pull(["--url", server.url]);
    expect(code).toBe(2);
    expect(stderr).toContain(`is for https://a.example, not for ${server.url}`);
    expect(server.asked).toEqual([]);
  });

  it("2 for a file that cannot be written", async () => {
    const { code, stderr } = await haleconnect(
      ["contract", "pull", "--documents", saved, "--out", path.join(folder, "none", "file.yaml")],
      clean,
    );
    expect(code).toBe(2);
    expect(stderr).toContain("cannot be written: there is no such file or folder");
  });

  it("3 if the server shows its documents only after a login", async () => {
    const server = await serve((_, response) => response.writeHead(401).end());
    const { code, stderr } = await pull(["--url", server.url]);
    expect(code).toBe(3);
    expect(stderr).toContain("HC1006");
  });

  it("4 if nothing listens", async () => {
    const server = await serve(notFound);
    const { url } = server;
    server.close();
    const { code, stderr } = await pull(["--url", url]);
    expect(code).toBe(4);
    expect(stderr).toContain("HC2001");
  });

  it("4 if the server answers pages with status 200, in one line", async () => {
    const server = await serve((_, response) => response.end("<!doctype html><html></html>"));
    const { code, stderr } = await pull(["--url", server.url]);
    expect(code).toBe(4);
    expect(stderr.match(/this is an HTML page, not an API document/g)).toHaveLength(1);
  });
});

describe("a hostile server", () => {
  it("is not followed to another host, neither by a redirect nor by a $ref", async () => {
    const other = await serve((_, response) => response.end(swagger));
    const server = await serve(
      onlyAccounts((request, response) => {
        if (request.url === "/schemas/swagger.yaml") {
          const schema = `{ $ref: "${other.url}/models.yaml#/User" }`;
          response.end(`swagger: "2.0"\npaths: { /a: { get: { responses: { 200: { schema: ${schema} } } } } }`);
        } else {
          response.writeHead(302, { location: `${other.url}/swagger.yaml?secret=1` }).end();
        }
      }),
    );
    const { code, stdout } = await pull(["--url", server.url]);
    expect(code).toBe(0);
    expect(stdout).toContain(
      `not read  reports: the server points elsewhere, which is not followed: ${other.url} (302)`,
    );
    expect(stdout).not.toContain("secret=1");
    expect(other.asked).toEqual([]);
  });

  it("is not listened to for longer than a document may be", async () => {
    let sent = 0;
    const endless = (response: http.ServerResponse): void => {
      const part = Buffer.alloc(1024 ** 2, " ");
      const more = (): void => {
        while (!response.destroyed && sent < 60 * 1024 ** 2 && response.write(part)) {
          sent += part.length;
        }
        sent += part.length;
      };
      response.on("drain", more);
      more();
    };
    const server = await serve(
      onlyAccounts((request, response) => {
        if (request.url === "/actions/swagger.yaml") {
          endless(response);
        } else {
          notFound(request, response);
        }
      }),
    );
    const { code, stdout } = await pull(["--url", server.url]);
    expect(code).toBe(0);
    expect(stdout).toContain("not read  actions: it is larger than 16 MB");
    expect(sent).toBeLessThan(50 * 1024 ** 2);
  });

  it("that never answers does not keep Ctrl-C from working, and the file is as it was", async () => {
    const server = await serve(() => undefined);
    fs.writeFileSync(out, `haleconnect: contract/1\nservers: ["${server.url}"]\noperations: {}\n`);
    const command = new RunningCommand(["contract", "pull", "--out", out, "--url", server.url], clean);
    await command.until(() => server.asked.length > 0);
    command.signal("SIGINT");
    expect(await command.ended).toBe(130);
    expect(fs.readdirSync(folder)).toEqual(["haleconnect.contract.yaml"]);
    expect(written().operations).toEqual({});
  });
});
