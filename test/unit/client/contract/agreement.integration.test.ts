import fs from "node:fs";
import { readApiDocument } from "../../../../provider/binding/documents";
import { accounts, headers } from "../../../../provider/contract";
import { closeAll, failureOf, inTurn, json, LOGIN, platform, serve, type Handler } from "../scripted-server";
import { bound, type Operations } from "./contract-file";
import { documentWith } from "./small-document";

const warn = jest.spyOn(console, "warn").mockImplementation(() => undefined);
const warnings = (): unknown[] => warn.mock.calls.flat();

beforeEach(() => {
  warn.mockClear();
});
afterEach(closeAll);
afterAll(() => {
  warn.mockRestore();
});

const pulled = documentWith("full_name");
const address = "/directory/swagger.yaml";
const updateUser = {
  confirmed: true,
  document: "directory",
  method: "PATCH",
  path: "/members/{userId}",
  body: Object.fromEntries(
    ["email", "screenName", "description", "street", "zip", "city", "phone", "customFields", "taskNotifications"].map(
      (name) => [name, null],
    ),
  ),
  answer: { id: "id", username: null, fullName: null, email: null },
} as const;
const args = { path: { userId: "7" }, body: { fullName: "Alice" } } as const;

/** A platform of which the document is this text, and a client whose file knows the pulled one. */
async function given(text: string, { more = {}, settings = {}, document }: Given = {}) {
  const server = await serve(
    platform(
      (seen, response, request) => {
        if (seen.path !== address) {
          json(response, 200, { id: "7", username: "alice" });
        } else if (document === undefined) {
          response.writeHead(200, { "content-type": "application/yaml" }).end(text);
        } else {
          document(seen, response, request);
        }
      },
      { isReal: true },
    ),
  );
  const full = { ...updateUser, body: { ...updateUser.body, fullName: "full_name" } };
  const operations: Operations = { updateUser: full, ...more };
  const client = bound(server.url, operations, {
    settings,
    pulled: "2026-01-31",
    documents: {
      directory: { from: `${server.url}${address}`, digest: readApiDocument("directory", pulled).digest },
    },
  });
  return { server, client };
}

interface Given {
  readonly more?: Operations;
  readonly settings?: { readonly allowDesigned?: boolean };
  readonly document?: Handler;
}

const writes = (paths: readonly string[]) => paths.filter((it) => it.startsWith("PATCH"));

describe("a write that a person confirmed", () => {
  it("is sent if the server's document is the pulled one, which is looked at once and without a login", async () => {
    const { server, client } = await given(pulled);
    await client.call(accounts.updateUser, args);
    await client.call(accounts.updateUser, args);
    expect(server.paths()).toEqual([`GET ${address}`, `POST ${LOGIN}`, "PATCH /members/7", "PATCH /members/7"]);
    expect(server.seen[0]?.headers.authorization).toBeUndefined();
  });

  it("is sent if the document changed elsewhere", async () => {
    const { server, client } = await given(documentWith("full_name", "All accounts"));
    await client.call(accounts.updateUser, args);
    expect(writes(server.paths())).toHaveLength(1);
  });

  it("is compared with a document that was saved, wherever the server publishes the document of that service", async () => {
    const changed = documentWith("display_name");
    const server = await serve(
      platform(
        ({ path }, response) => {
          if (path === "/schemas/openapi.json") {
            response.writeHead(200).end(changed);
          } else {
            response.writeHead(path.startsWith("/schemas/") ? 404 : 200).end('{ "id": "7", "username": "alice" }');
          }
        },
        { isReal: true },
      ),
    );
    const full = { ...updateUser, document: "schemas", body: { ...updateUser.body, fullName: "full_name" } };
    const { digest } = readApiDocument("schemas", pulled);
    const client = bound(
      server.url,
      { updateUser: full },
      { pulled: "2026-01-31", documents: { schemas: { from: "saved/schemas.yaml", digest } } },
    );
    const { message } = await failureOf(client.call(accounts.updateUser, args));
    expect(message).toContain("HC5006");
    expect(message).toContain("/schemas/openapi.json has changed since it was pulled");
    expect(writes(server.paths())).toEqual([]);
  });

  it.each([
    ["the server takes no more", documentWith("display_name"), "it no longer takes `full_name`."],
    ["the server no longer has", pulled.replace("/members/", "/people/"), "its document no longer has it."],
  ])("is not sent if it is one that %s, with the line to look at", async (_, text, words) => {
    const { server, client } = await given(text);
    const { message } = await failureOf(client.call(accounts.updateUser, args));
    const line =
      fs
        .readFileSync(client.file, "utf8")
        .split("\n")
        .findIndex((it) => it.includes('"updateUser"')) + 1;
    expect(message).toContain(
      `HC5006 updateUser is not sent to ${server.url} (${client.file}:${String(line)}:5, \`operations.updateUser\`)`,
    );
    expect(message).toContain(`${address} has changed since it was pulled on 2026-01-31`);
    expect(message).toContain(words);
    expect(message).toContain("haleconnect contract pull");
    expect(server.paths()).toEqual([`GET ${address}`]);
  });

  it("is not even announced then", async () => {
    const { server, client } = await given(documentWith("display_name"));
    expect(await failureOf(client.admit([accounts.updateUser]))).toMatchObject({ code: "HC5006" });
    expect(writes(server.paths())).toEqual([]);
  });

  it("is sent if a pull told the change, and a person confirmed it again", async () => {
    const remarks = ["Changed on the server, seen on 2026-02-28: it no longer takes `full_name`."];
    const body = { ...updateUser.body, fullName: "full_name" };
    const { server, client } = await given(documentWith("display_name"), {
      more: { updateUser: { ...updateUser, body, remarks } },
    });
    await client.call(accounts.updateUser, args);
    expect(writes(server.paths())).toHaveLength(1);
  });

  it("is sent if a person allows everything", async () => {
    const { server, client } = await given(documentWith("display_name"), { settings: { allowDesigned: true } });
    await client.call(accounts.updateUser, args);
    expect(server.paths()).toEqual([`POST ${LOGIN}`, "PATCH /members/7"]);
  });

  it("is compared with a document that needs the login", async () => {
    const { server, client } = await given("", {
      document: (seen, response) => {
        const isOpen = seen.headers.authorization === "Bearer token-of-the-login";
        response.writeHead(isOpen ? 200 : 401).end(isOpen ? documentWith("display_name") : "");
      },
    });
    expect(await failureOf(client.call(accounts.updateUser, args))).toMatchObject({ code: "HC5006" });
    expect(writes(server.paths())).toEqual([]);
  });

  it.each<[string, Handler]>([
    ["is not there", (_, response) => response.writeHead(404).end()],
    ["needs a right", (_, response) => response.writeHead(403).end()],
    [
      "belongs to an embedded hale»connect",
      (_, response) => response.writeHead(200, { [headers.emulator]: "1" }).end(documentWith("display_name")),
    ],
  ])("is sent if the document %s: that says nothing of the operation", async (_, document) => {
    const { server, client } = await given("", { document });
    await client.call(accounts.updateUser, args);
    const looks = server.paths().filter((it) => it === `GET ${address}`);
    await client.call(accounts.updateUser, args);
    expect(server.paths().filter((it) => it === `GET ${address}`)).toEqual(looks);
    expect(writes(server.paths())).toHaveLength(2);
    expect(warnings()).toEqual([]);
  });

  it("is compared although the document failed once", async () => {
    const { server, client } = await given("", {
      document: inTurn(
        (_, response) => response.writeHead(503).end(),
        (_, response) => response.writeHead(200).end(documentWith("display_name")),
      ),
    });
    expect(await failureOf(client.call(accounts.updateUser, args))).toMatchObject({ code: "HC5006" });
    expect(writes(server.paths())).toEqual([]);
  });

  it.each<[string, Handler, string]>([
    ["fails", (_, response) => response.writeHead(503).end(), "status 503"],
    ["is a page", (_, response) => response.writeHead(200).end("<html></html>"), "no API document"],
  ])(
    "is sent with one warning while the document %s, and compared as soon as it is there",
    async (_, document, why) => {
      let isThere = false;
      const { server, client } = await given("", {
        document: (...all) => (isThere ? all[1].writeHead(200).end(documentWith("display_name")) : document(...all)),
      });
      await client.call(accounts.updateUser, args);
      await client.call(accounts.updateUser, args);
      expect(warnings()).toEqual([expect.stringMatching(`could not compare .*${address} at .*${why}`)]);
      isThere = true;
      expect(await failureOf(client.call(accounts.updateUser, args))).toMatchObject({ code: "HC5006" });
      expect(writes(server.paths())).toHaveLength(2);
    },
  );
});

describe("a read that finds nothing", () => {
  const getProfile = {
    confirmed: true,
    document: "directory",
    method: "GET",
    path: "/members/{userIdOrScreenName}",
  } as const;
  const who = { path: { userIdOrScreenName: "7" } } as const;
  const withRead = pulled.replace(
    "    patch:",
    [
      "    get:",
      "      operationId: show",
      "      parameters: [{name: userId, in: path, required: true, type: string}]",
      "      responses: {200: {description: done, schema: {type: object, properties: {id: {type: string}}}}}",
      "    patch:",
    ].join("\n"),
  );
  const nobody = async (text: string) => {
    const server = await serve(
      platform(
        ({ path: asked }, response) =>
          asked === address ? response.writeHead(200).end(text) : json(response, 404, { code: 404, message: "no" }),
        { isReal: true },
      ),
    );
    const client = bound(
      server.url,
      { getProfile: { ...getProfile, path: "/members/{userId}", parameters: { userIdOrScreenName: "userId" } } },
      {
        documents: {
          directory: { from: `${server.url}${address}`, digest: readApiDocument("directory", withRead).digest },
        },
      },
    );
    return failureOf(client.call(accounts.getProfile, who));
  };

  it("does not count as gone if the server moved the operation", async () => {
    const error = await nobody(withRead.replaceAll("/members/", "/people/"));
    expect(error).toMatchObject({ code: "HC5006" });
    expect(error.message).toMatch(/The 404 of getProfile at http:\S+ does not show that the object is gone/);
    expect(error.message).toContain("its document no longer has it");
  });

  it("counts as gone if the server still has the operation", async () => {
    expect(await nobody(withRead)).toMatchObject({ code: "HC2404" });
  });
});

it("a read looks at no document", async () => {
  const { server, client } = await given(pulled);
  await client.call(accounts.getProfile, { path: { userIdOrScreenName: "7" } });
  expect(server.paths()).not.toContain(`GET ${address}`);
});
