import fs from "node:fs";
import http from "node:http";
import https from "node:https";
import type { AddressInfo } from "node:net";
import path from "node:path";
import * as accounts from "../../provider/contract/accounts";
import { Stage } from "../support/stage";
import { Authority } from "../unit/client/authority";
import { installedFolder } from "./support/installed-folder";
import { expectOneError as expectOneErrorOf } from "./support/one-error";
import { expectRefusal } from "./support/refused";
import { program, Tenant } from "./support/tenant";

let tenant: Tenant;
beforeAll(async () => {
  tenant = await Tenant.start(installedFolder(), program());
});
afterAll(() => tenant.stop());
beforeEach(() => {
  tenant.edit(program('new Organisation("county", { name: "Kreis Muster", parent: "1" });'));
});

const expectOneError = (code: RegExp, environment: Readonly<Record<string, string>> = {}) =>
  expectOneErrorOf(tenant, code, { environment });

describe("each mistake gives one clear error, and nothing is written", () => {
  it("nothing configured", () =>
    expectOneError(/HALECONNECT_URL/, { HALECONNECT_URL: "", HALECONNECT_USERNAME: "", HALECONNECT_PASSWORD: "" }));

  it("a wrong password, which is tried once only", async () => {
    tenant.edit(program('for (const n of ["A", "B", "C"]) new Organisation(n, { name: n, parent: "1" });'));
    await tenant.requests();
    const { output } = await tenant.pulumi(["up", "--yes", "--skip-preview", "--non-interactive"], {
      HALECONNECT_PASSWORD: "not-the-password",
    });
    expect(output).toMatch(/HC1002/);
    expect(output).not.toContain("not-the-password");
    expect((await tenant.requests()).filter((operation) => operation === "login")).toHaveLength(1);
  });

  it("several invalid fields of one resource, all at once", async () => {
    tenant.edit(
      program('new Organisation("county", { name: "", parent: "x", contact: { emial: "a" }, adopt: "always" });'),
    );
    const { output } = await tenant.pulumi(["preview", "--non-interactive"]);
    for (const field of ["name", "parent", "contact.emial", "adopt"]) {
      expect(output).toContain(`property ${field} `);
    }
  });

  it("a user without the permission", async () => {
    const password = "Kein-Recht-1";
    await tenant.outOfBand.send("POST", "/accounts/v1/users", {
      username: "reader",
      fullName: "Only Reads",
      email: "reader@example.org",
      organisation: "1",
      role: "dataManager",
      password,
    });
    await tenant.requests();
    const login = { HALECONNECT_USERNAME: "reader", HALECONNECT_PASSWORD: password };
    const preview = await tenant.pulumi(["preview", "--non-interactive"], login);
    expect(preview.output).toMatch(/HC3003 you may not create an organisation below organisation 1/);
    expect(await expectOneError(/Organisation\.create is denied there for reader/, login)).toContain("property parent");
    expect(preview.output).not.toContain(password);
  });
});

/** What the process of the provider tells, the engine shows, as it shows the mistakes above. */
describe("the provider tells each of these mistakes once, and nothing is written", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.start(installedFolder());
  });
  afterAll(() => stage.stop());

  const refused = async (values: object, code: RegExp, environment: Readonly<Record<string, string>> = {}) => {
    const declared = { kind: "Organisation", values: { name: "Kreis Muster", parent: "1", ...values } };
    return expectRefusal(stage, await stage.run(environment), declared, code);
  };

  it("an address where nothing answers", () =>
    refused({}, /127\.0\.0\.1:9/, { HALECONNECT_URL: "http://127.0.0.1:9" }));

  it("a token that is not accepted", async () => {
    const token = { HALECONNECT_TOKEN: "a.worn.token", HALECONNECT_USERNAME: "", HALECONNECT_PASSWORD: "" };
    expect(await refused({}, /HC1003/, token)).not.toContain("a.worn.token");
  });

  it("a parent that does not exist", async () => {
    expect(await refused({ parent: "4711" }, /there is no organisation 4711/)).toContain("property parent");
  });

  it("a name that another object has", async () => {
    await stage.outOfBand.call(accounts.createSuborganisation, { path: { orgId: "1" }, body: { name: "Taken" } });
    expect(await refused({ name: "Taken" }, /exists already with id \d+/)).toContain('adopt: "ifExists"');
  });
});

describe("a server whose certificate comes from a private authority", () => {
  const authority = new Authority();
  let server: https.Server;
  beforeAll(async () => {
    const forward = (request: http.IncomingMessage, response: http.ServerResponse) => {
      const { method, headers, url } = request;
      const onward = http.request(
        `${tenant.emulator.url}${url ?? ""}`,
        { method: method ?? "GET", headers },
        (answer) => {
          response.writeHead(answer.statusCode ?? 500, answer.headers);
          answer.pipe(response);
        },
      );
      request.pipe(onward);
    };
    server = https.createServer(authority.certificateFor("localhost"), forward);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  const address = () => ({ HALECONNECT_URL: `https://localhost:${(server.address() as AddressInfo).port}` });

  it("is not spoken to, and the error says how to trust it", async () => {
    expect(await expectOneError(/HC2002/, address())).toContain("HALECONNECT_CA_FILE");
  });

  it("is trusted with the authority's certificate", async () => {
    const file = path.join(tenant.folder, "authority.pem");
    fs.writeFileSync(file, authority.identity.cert);
    const up = await tenant.pulumi(["preview", "--non-interactive"], { ...address(), HALECONNECT_CA_FILE: file });
    expect(up.output).toMatch(/1 to create/);
  });
});

describe("a server that does not identify itself as the emulator", () => {
  let server: http.Server;
  let asked: string[];
  const document = 'swagger: "2.0"\npaths:\n  /auth/login:\n    post: {}\n';
  let published = "";
  beforeAll(async () => {
    server = http.createServer((request, response) => {
      asked.push(`${request.method ?? ""} ${request.url ?? ""}`);
      const isDocument = published !== "" && request.url === "/accounts/swagger.yaml";
      response.writeHead(200, { "content-type": isDocument ? "application/yaml" : "text/html" });
      response.end(isDocument ? published : "<html>hale»connect</html>");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  beforeEach(() => {
    asked = [];
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  it("gets a question what it is, but neither a login nor a write whose path is only designed", async () => {
    published = document;
    const diagnostics = await expectOneError(/HC5001/, { HALECONNECT_URL: url() });
    expect(diagnostics).toContain("createSuborganisation");
    expect(diagnostics).toContain("HALECONNECT_ALLOW_DESIGNED=1");
    expect(asked).toEqual(["GET /", "GET /accounts/swagger.yaml"]);
  });

  it("is refused if it has none of the platform's documents, and gets nothing but questions", async () => {
    published = "";
    expect(await expectOneError(/HC2010/, { HALECONNECT_URL: url() })).toContain("a web page and status 200");
    expect(asked.filter((one) => !one.startsWith("GET "))).toEqual([]);
  });
});
