import net from "node:net";
import { AmbiguousWrite } from "../../../provider/client";
import { accounts } from "../../../provider/contract";
import {
  clientFor,
  closeAll,
  failureOf,
  inTurn,
  json,
  listen,
  LOGIN,
  platform,
  reset,
  serve,
  type Handler,
} from "./scripted-server";

afterEach(closeAll);

const soest = { id: "7", name: "Soest" };
const good: Handler = (_, response) => json(response, 200, soest);

/** The head promises more than comes. */
const cutOff: Handler = (_, response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
  response.write('{"id":"7"', () => (response.socket as net.Socket).destroy());
};
const halfJson: Handler = (_, response) =>
  response.writeHead(200, { "content-type": "application/json" }).end('{"id":"7"');
const silent: Handler = () => undefined;
const trickle: Handler = (_, response) => {
  response.writeHead(200, { "content-type": "application/json" });
  const timer = setInterval(() => response.write(" "), 20);
  response.on("close", () => clearInterval(timer));
};
const status =
  (code: number): Handler =>
  (_, response) =>
    json(response, code, { code, message: "busy", error: true });

const faults: [string, Handler][] = [
  ["a reset", reset],
  ["an answer that is cut off", cutOff],
  ["half of a JSON", halfJson],
  ["silence", silent],
  ["an answer that trickles without end", trickle],
  ["status 500", status(500)],
  ["status 502", status(502)],
  ["status 503", status(503)],
  ["status 504", status(504)],
];

describe.each(faults)("after %s", (_, fault) => {
  const start = async (...handlers: Handler[]) => {
    const server = await serve(platform(inTurn(...handlers)));
    return { server, client: clientFor(server.url, { timeoutSeconds: 0.25 }) };
  };

  it("a read is repeated", async () => {
    const { server, client } = await start(fault, fault, good);
    await expect(client.call(accounts.getOrganisation, { path: { orgId: "7" } })).resolves.toEqual(soest);
    expect(server.seen).toHaveLength(1 + 3);
    expect(client.counts()).toMatchObject({ requests: 4, retries: 2, operations: { getOrganisation: 3, login: 1 } });
  });

  it("a write that may be repeated is repeated", async () => {
    const { server, client } = await start(fault, good);
    const args = { path: { orgId: "7" }, body: { city: "Soest" } };
    await expect(client.call(accounts.updateOrganisation, args)).resolves.toEqual(soest);
    expect(server.paths().filter((path) => path.startsWith("PUT"))).toHaveLength(2);
  });

  it("a creation is sent once and left in doubt", async () => {
    const { server, client } = await start(fault, good);
    const args = { path: { orgId: "1" }, body: { name: "Soest" } };
    const error = await failureOf(client.call(accounts.createSuborganisation, args));
    expect(error).toBeInstanceOf(AmbiguousWrite);
    expect(error.message).toContain(
      "HC2005 The provider does not know whether the server executed createSuborganisation",
    );
    expect(server.paths().filter((path) => path.includes("suborganisations"))).toHaveLength(1);
  });
});

describe("a lasting fault", () => {
  it("ends after five attempts with one error that says what was seen", async () => {
    const server = await serve(platform(reset));
    const client = clientFor(server.url);
    const error = await failureOf(client.call(accounts.getOrganisation, { path: { orgId: "7" } }));
    expect(error.message).toContain("HC2004 The answer to getOrganisation did not arrive completely");
    expect(error.message).toContain(`The connection to ${new URL(server.url).host} broke off (ECONNRESET).`);
    expect(client.counts().operations["getOrganisation"]).toBe(5);
  });

  it("ends with the server's words, if there are any", async () => {
    const server = await serve(platform(status(503)));
    const error = await failureOf(clientFor(server.url).call(accounts.getOrganisation, { path: { orgId: "7" } }));
    expect(error).toMatchObject({ code: "HC2500", status: 503, serverMessage: "busy" });
  });
});

describe("a creation whose answer does not fit its model", () => {
  it("is in doubt, since it was executed", async () => {
    const server = await serve(platform((_, response) => json(response, 201, { name: "Soest" })));
    const args = { path: { orgId: "1" }, body: { name: "Soest" } };
    const error = await failureOf(clientFor(server.url).call(accounts.createSuborganisation, args));
    expect(error).toBeInstanceOf(AmbiguousWrite);
    expect(error.message).toContain("field `id`");
  });
});

describe("a creation in doubt whose answer asks for a pause", () => {
  it("holds back all that follows until the pause is over", async () => {
    const busy: Handler = (_, response) => json(response, 503, {}, { "retry-after": "7" });
    const server = await serve(platform(inTurn(busy, good)));
    const client = clientFor(server.url);
    const args = { path: { orgId: "1" }, body: { name: "Soest" } };
    expect(await failureOf(client.call(accounts.createSuborganisation, args))).toBeInstanceOf(AmbiguousWrite);
    await expect(client.call(accounts.getOrganisation, { path: { orgId: "7" } })).resolves.toEqual(soest);
    expect(Math.max(...client.slept)).toBeGreaterThan(6_900);
  });
});

describe("an endless answer", () => {
  it("is dropped instead of kept in memory", async () => {
    const flood: Handler = (_, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      const part = Buffer.alloc(1024 * 1024, 32);
      const pour = (): void => {
        if (!response.destroyed) {
          response.write(part, pour);
        }
      };
      pour();
    };
    const server = await serve(platform(flood));
    const error = await failureOf(clientFor(server.url).call(accounts.getOrganisation, { path: { orgId: "7" } }));
    expect(error["code"]).toBe("HC2008");
  });
});

describe("a server that does not answer", () => {
  const closedPort = async (): Promise<number> => {
    const server = net.createServer();
    const port = await listen(server);
    await new Promise((resolve) => server.close(resolve));
    return port;
  };

  it("is tried briefly, then named, and the failure is remembered", async () => {
    const url = `http://localhost:${await closedPort()}`;
    const client = clientFor(url);
    const error = await failureOf(client.call(accounts.getOrganisation, { path: { orgId: "7" } }));
    expect(error.message).toContain(`HC2001 The server ${url} is unreachable`);
    expect(error.message).toContain(`Nothing accepts connections at ${new URL(url).host} (ECONNREFUSED).`);
    const { requests } = client.counts();
    expect(await failureOf(client.whoAmI())).toBe(error);
    expect(client.counts()).toMatchObject({ requests, logins: 1 });
  });

  it("leaves no creation in doubt, since nothing was sent", async () => {
    const client = clientFor(`http://localhost:${await closedPort()}`);
    const args = { path: { orgId: "1" }, body: { name: "Soest" } };
    expect((await failureOf(client.call(accounts.createSuborganisation, args)))["code"]).toBe("HC2001");
  });

  it("is named when its name is unknown", async () => {
    const client = clientFor("https://nowhere.invalid");
    const error = await failureOf(client.whoAmI());
    expect(error).toMatchObject({ code: "HC2001" });
    expect(error.message).toContain("https://nowhere.invalid");
    expect(error.message).toMatch(
      /There is no host with the name nowhere\.invalid \(ENOTFOUND\)|The name nowhere\.invalid cannot be looked up.* \(EAI_AGAIN\)/,
    );
    expect(error.message).not.toContain("getaddrinfo");
  });
});

describe("an address that is not a hale»connect", () => {
  it.each<[string, Handler]>([
    ["a page for people", (_, response) => response.writeHead(200, { "content-type": "text/html" }).end("<html>")],
    ["404", status(404)],
  ])("is named as such when the login brings %s", async (_, handler) => {
    const server = await serve(handler);
    const error = await failureOf(clientFor(server.url).whoAmI());
    expect(error.message).toContain(`HC2010 ${server.url} is not the address of a hale»connect (POST ${LOGIN}`);
  });
});
