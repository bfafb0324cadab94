import { startForTest } from "../../../support/emulator";
import fs from "node:fs";
import path from "node:path";
import { exitOf } from "../../../../provider/cli/doctor/report";
import { startForeign } from "../../../foreign";
import {
  closeAll,
  DOCUMENT,
  json,
  later,
  LOGIN,
  platform,
  serve,
  temporaryFolder,
  type Handler,
} from "../../client/scripted-server";
import { examined, loginTo, named } from "./patient";

afterEach(closeAll);

const notFound: Handler = (_, response) => json(response, 404, { code: 404, message: "No such path", error: true });
const page =
  (status: number, text = "<html></html>"): Handler =>
  (_, response) =>
    response.writeHead(status, { "content-type": "text/html" }).end(text);

/** A hale»connect that is no emulator: its document, its login, and what the test adds. */
const real = (rest: Handler): Handler => platform(rest, { isReal: true });

describe("the check of the server", () => {
  it("recognises a hale»connect by its document, without a login", async () => {
    const { status, says } = named(await examined(loginTo((await serve(real(notFound))).url)), "server");
    expect(status).toBe("ok");
    expect(says).toBe("a hale»connect: it publishes /accounts/swagger.yaml");
  });

  it("warns if the server does not show what it is", async () => {
    const { status, says } = named(await examined(loginTo((await serve(page(403))).url)), "server");
    expect(status).toBe("warning");
    expect(says).toContain("does not show that without a login");
  });

  it.each<[string, Handler]>([
    ["a web server", page(404)],
    ["an API of something else", (_, response) => json(response, 200, { ok: true })],
  ])("is an error for %s, which gets no credentials", async (_, handler) => {
    const server = await serve(handler);
    const findings = await examined(loginTo(server.url));
    expect(named(findings, "server").says).toContain("HC2010");
    expect(named(findings, "login")).toMatchObject({
      status: "skipped",
      says: "credentials go only to a server that may be a hale»connect",
    });
    expect(server.seen.filter(({ method }) => method !== "GET")).toEqual([]);
    expect(JSON.stringify(server.seen)).not.toMatch(/authorization|alice|correct horse/i);
    expect(exitOf(findings)).toBe(1);
  });

  it("is an error for a platform with another API", async () => {
    const foreign = await startForeign();
    later(() => foreign.close());
    const { url, username, password } = foreign;
    const env = { HALECONNECT_URL: url, HALECONNECT_USERNAME: username, HALECONNECT_PASSWORD: password };
    const findings = await examined(env);
    expect(named(findings, "server").says).toContain("is not the address of a hale»connect");
    expect(JSON.stringify(findings)).not.toContain(password);
  });
});

it("takes a platform with another API for what it is if the contract file is for it", async () => {
  const server = await serve(page(404));
  const folder = temporaryFolder();
  const file = path.join(folder, "haleconnect.contract.yaml");
  fs.writeFileSync(file, `haleconnect: contract/1\nservers: ["${server.url}"]\noperations: {}\n`);
  const { status, says } = named(await examined(loginTo(server.url), { folder }), "server");
  expect(status).toBe("ok");
  expect(says).toContain("another API");
});

describe("the check of single sign-on", () => {
  const elsewhere = "https://id.example/realms/land/protocol/openid-connect/auth?client_id=hale-connect";
  const withSignOn: Handler = (seen, response, request) => {
    if (seen.path === "/") {
      response.writeHead(302, { location: elsewhere }).end();
    } else if (seen.path === LOGIN) {
      json(response, 401, { code: 401, message: "Wrong credentials", error: true });
    } else {
      real(notFound)(seen, response, request);
    }
  };

  it("warns if people sign in elsewhere, and the refused login leads to a token", async () => {
    const findings = await examined(loginTo((await serve(withSignOn)).url));
    expect(named(findings, "single sign-on")).toMatchObject({ status: "warning" });
    expect(named(findings, "single sign-on").says).toContain("https://id.example to sign in");
    expect(named(findings, "login")).toMatchObject({ status: "error", exit: "authentication" });
    expect(named(findings, "login").remedy).toContain("set HALECONNECT_TOKEN");
  });

  it("finds it on an embedded hale»connect that was started so, and says to use a token", async () => {
    const emulator = await startForTest({ singleSignOn: true });
    const { url, username, password, token } = emulator;
    const login = { HALECONNECT_URL: url, HALECONNECT_USERNAME: username, HALECONNECT_PASSWORD: password };
    const refused = await examined(login);
    expect(named(refused, "single sign-on")).toMatchObject({ status: "warning" });
    expect(named(refused, "login")).toMatchObject({ status: "error", exit: "authentication" });
    expect(named(refused, "login").remedy).toContain("set HALECONNECT_TOKEN");
    const accepted = await examined({ HALECONNECT_URL: url, HALECONNECT_TOKEN: token });
    expect(named(accepted, "single sign-on").status).toBe("ok");
    expect(named(accepted, "login").status).toBe("ok");
    await emulator.close();
  });

  it("is ok with a token", async () => {
    const { url } = await serve(withSignOn);
    const findings = await examined({ HALECONNECT_URL: url, HALECONNECT_TOKEN: "a-long-token" });
    expect(named(findings, "single sign-on").status).toBe("ok");
  });

  it("recognises a start page that belongs to an identity provider", async () => {
    const handler: Handler = (seen, ...rest) =>
      seen.path === "/"
        ? page(200, "<script src='/js/keycloak.js'></script>")(seen, ...rest)
        : real(notFound)(seen, ...rest);
    const { says } = named(await examined(loginTo((await serve(handler)).url)), "single sign-on");
    expect(says).toContain("sends people to another page");
  });

  it("finds no sign of it on a server that shows its own page", async () => {
    const { says } = named(await examined(loginTo((await serve(real(notFound))).url)), "single sign-on");
    expect(says).toBe("no sign of it");
  });
});

describe("the check of the documents", () => {
  const having = (isThere: (path: string) => boolean): Handler =>
    platform(
      ({ path }, response) => {
        if (path.endsWith("/swagger.yaml") && isThere(path)) {
          response.writeHead(200, { "content-type": "application/yaml" }).end('swagger: "2.0"\n');
        } else {
          response.writeHead(404).end();
        }
      },
      { isReal: true },
    );

  it("is ok if all thirteen can be read", async () => {
    const { status, says } = named(await examined(loginTo((await serve(having(() => true))).url)), "documents");
    expect([status, says]).toEqual(["ok", "13 of 13 can be read"]);
  });

  it("warns with the names of missing ones that the provider uses", async () => {
    const server = await serve(having((path) => !path.startsWith("/schemas/")));
    const { status, says } = named(await examined(loginTo(server.url)), "documents");
    expect([status, says]).toEqual(["warning", "12 of 13 can be read; not /schemas (status 404)"]);
  });

  it("takes a page for no document", async () => {
    const handler: Handler = (seen, ...rest) =>
      seen.path === "/actions/swagger.yaml" ? page(200)(seen, ...rest) : having(() => true)(seen, ...rest);
    const { says } = named(await examined(loginTo((await serve(handler)).url)), "documents");
    expect(says).toContain("not /actions (something else)");
  });

  it("is an error if none can be read", async () => {
    const handler: Handler = (seen, ...rest) =>
      seen.path === LOGIN ? real(notFound)(seen, ...rest) : page(403)(seen, ...rest);
    const { status, remedy } = named(await examined(loginTo((await serve(handler)).url)), "documents");
    expect(status).toBe("error");
    expect(remedy).toContain("may use the API");
  });

  it("asks for them with the session", async () => {
    const server = await serve(having(() => true));
    await examined(loginTo(server.url));
    const asked = server.seen.filter(({ path }) => path.endsWith("/actions/swagger.yaml"));
    expect(asked.map(({ headers }) => headers.authorization)).toEqual(["Bearer token-of-the-login"]);
    expect(server.seen.find(({ path }) => path === DOCUMENT)?.headers.authorization).toBeUndefined();
  });
});
