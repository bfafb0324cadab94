import net from "node:net";
import { accounts } from "../../../provider/contract";
import { Authority } from "./authority";
import {
  clientFor,
  closeAll,
  DOCUMENT,
  failureOf,
  json,
  later,
  listen,
  platform,
  reset,
  serve,
  type Handler,
  type ScriptedServer,
} from "./scripted-server";

afterEach(closeAll);

const args = { path: { orgId: "1" }, body: { name: "Soest" } } as const;

const html =
  (status: number): Handler =>
  (_, response) =>
    response.writeHead(status, { "content-type": "text/html", server: "nginx" }).end("<html><h1>nginx</h1></html>");

/** Answers like a file server: what it has, and a page for everything else. */
const having =
  (files: Readonly<Record<string, [type: string, text: string]>>, otherwise: Handler = html(404)): Handler =>
  (seen, response, request) => {
    const [type, text] = files[seen.path] ?? [];
    if (type === undefined) {
      otherwise(seen, response, request);
    } else {
      response.writeHead(200, { "content-type": type }).end(text);
    }
  };

const redirectTo =
  (location: string): Handler =>
  (_, response) =>
    response.writeHead(302, { location }).end();

/** A server that says one thing to everybody and closes. */
async function serveRaw(text: string): Promise<number> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket.on("error", () => undefined));
    socket.end(text);
  });
  later(async () => {
    sockets.forEach((socket) => socket.destroy());
    await new Promise((resolve) => server.close(resolve));
  });
  return listen(server);
}

/** A designed write to the server; whatever it is, it must not learn who calls. */
async function refusalBy(server: ScriptedServer): Promise<string> {
  const { message } = await failureOf(clientFor(server.url).call(accounts.createSuborganisation, args));
  expectNoCredentials(server);
  return message;
}

function expectNoCredentials({ seen }: ScriptedServer): void {
  expect(seen.filter(({ method }) => method !== "GET")).toEqual([]);
  expect(JSON.stringify(seen)).not.toMatch(/authorization|alice|correct horse/i);
}

const capabilities = "/csw?service=CSW&request=GetCapabilities";
const catalogueAnswer: [string, string] = [
  "application/xml",
  '<?xml version="1.0"?><csw:Capabilities version="2.0.2"/>',
];

describe("a server that is not a hale»connect is recognised first, without credentials:", () => {
  it.each<[string, Handler, string]>([
    ["a web server that has nothing there", html(404), "a web page and status 404"],
    ["a web server that has a page for everything", html(200), "a web page and status 200"],
    ["an API of something else", (_, response) => json(response, 200, { ok: true }), "application/json"],
    ["an API of something else that knows no such path", (_, response) => json(response, 404, {}), "status 404"],
    ["a list where the document should be", (_, response) => json(response, 200, []), "application/json"],
    [
      "an API with a document of its own",
      having({ [DOCUMENT]: ["application/yaml", 'swagger: "2.0"\npaths:\n  /pets: {}\n'] }),
      "application/yaml",
    ],
    ["a server that sends everybody to its start page", redirectTo("/start"), "status 302"],
  ])("%s", async (_, handler, seen) => {
    const server = await serve(handler);
    const message = await refusalBy(server);
    expect(message).toContain(`HC2010 ${server.url} is not the address of a hale»connect (GET ${DOCUMENT}, status`);
    expect(message).toContain(seen);
    expect(message).toContain("Check HALECONNECT_URL");
    expect(server.paths()).toEqual(["GET /", `GET ${DOCUMENT}`, `GET ${capabilities}`]);
  });
});

describe("a server that does not show what it is", () => {
  it("stays undecided if it forbids to look", async () => {
    const server = await serve(html(403));
    const message = await refusalBy(server);
    expect(message).toContain("HC5001 createSuborganisation is not sent");
    expect(message).toContain("The server does not show whether it is a hale»connect.");
  });

  it("stays undecided if it has a catalogue service, as the platform has", async () => {
    const message = await refusalBy(await serve(having({ [capabilities]: catalogueAnswer })));
    expect(message).toContain("HC5001 createSuborganisation is not sent");
  });

  it("is named with the other server to which it redirects, and that one gets no request", async () => {
    const elsewhere = await serve(platform(() => undefined));
    const message = await refusalBy(await serve(redirectTo(`${elsewhere.url}/accounts/swagger.yaml?from=x`)));
    expect(message).toContain("HC2006");
    expect(message).toContain(`It points to ${elsewhere.url}. `);
    expect(elsewhere.seen).toEqual([]);
  });

  it("is said to fail if it fails", async () => {
    expect(await refusalBy(await serve(html(503)))).toMatch(/^HC2500 .*status 503/);
  });

  it("is said to break off if it breaks off", async () => {
    const message = await refusalBy(await serve(reset));
    expect(message).toMatch(/^HC2004 The answer to identifyServer did not arrive completely \(GET \/ at /);
    expect(message).toContain("broke off");
  });

  it("is said to close the connection if it says nothing", async () => {
    const port = await serveRaw("");
    const error = await failureOf(clientFor(`http://localhost:${port}`).call(accounts.createSuborganisation, args));
    expect(error.message).toMatch(/^HC2004 /);
    expect(error.message).toContain(`The connection to localhost:${port} broke off`);
  });

  it("is said to speak another protocol than HTTP", async () => {
    const port = await serveRaw("SSH-2.0-OpenSSH_9.6\r\n");
    const error = await failureOf(clientFor(`http://localhost:${port}`).call(accounts.createSuborganisation, args));
    expect(error.message).toContain(`The server at localhost:${port} does not speak HTTP`);
  });
});

describe("the error names a mistake with TLS, before anything is sent:", () => {
  const authority = new Authority();
  const refusal = async (url: string): Promise<string> =>
    (await failureOf(clientFor(url).call(accounts.createSuborganisation, args))).message;

  it("https to a server without TLS", async () => {
    const server = await serve(html(200));
    expect(await refusal(server.url.replace("http:", "https:"))).toMatch(/^HC2012 /);
    expect(server.seen).toEqual([]);
  });

  it("a certificate of an unknown authority", async () => {
    const server = await serve(html(200), authority.certificateFor("localhost"));
    expect(await refusal(server.url)).toMatch(/^HC2002 [^]*The authority that signed it/);
    expect(server.seen).toEqual([]);
  });

  it("a certificate for another host, with its name", async () => {
    const server = await serve(html(200), authority.certificateFor("other.example"));
    const { message } = await failureOf(
      clientFor(server.url, { ca: authority.identity.cert }).call(accounts.createSuborganisation, args),
    );
    expect(message).toMatch(/^HC2002 [^]*It is made for other\.example \(ERR_TLS_CERT_ALTNAME_INVALID\)/);
  });

  it("http to a server with TLS", async () => {
    const server = await serve(html(200), authority.certificateFor("localhost"));
    expect(await refusal(server.url.replace("https:", "http:"))).toMatch(/^HC20(04|12) /);
  });

  it("a server that knows only old versions of TLS", async () => {
    const old = { ...authority.certificateFor("localhost"), minVersion: "TLSv1", maxVersion: "TLSv1" } as const;
    const message = await refusal((await serve(html(200), old)).url);
    expect(message).toMatch(/^HC2012 The TLS connection to /);
    expect(message).not.toMatch(/ssl3|\.c:|SSL routines/);
  });
});

describe("a hale»connect", () => {
  it("is recognised by the document of its user service, as YAML and as JSON", async () => {
    const documents = [
      ["application/yaml", 'swagger: "2.0"\npaths:\n  /auth/login:\n    post: {}\n'],
      ["application/json", '{"swagger":"2.0","paths":{"/auth/login":{}}}'],
    ] as const;
    for (const document of documents) {
      const server = await serve(having({ [DOCUMENT]: [...document] }));
      const message = await refusalBy(server);
      expect(message).toContain("HC5001 createSuborganisation is not sent");
      expect(message).toContain("The server is a hale»connect");
      expect(server.paths()).toEqual(["GET /", `GET ${DOCUMENT}`]);
    }
  });

  it("is asked once for all writes at the same time", async () => {
    const server = await serve(platform(() => undefined, { isReal: true }));
    const client = clientFor(server.url);
    await Promise.all([1, 2, 3].map(() => failureOf(client.call(accounts.createSuborganisation, args))));
    expect(server.paths()).toEqual(["GET /", `GET ${DOCUMENT}`]);
  });
});
