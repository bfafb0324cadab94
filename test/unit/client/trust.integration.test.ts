import http from "node:http";
import net from "node:net";
import { HaleconnectError } from "../../../provider/errors";
import { accounts } from "../../../provider/contract";
import { Authority } from "./authority";
import { inOwnProcess } from "./own-process";
import { clientFor, closeAll, failureOf, json, later, listen, platform, serve } from "./scripted-server";

const authority = new Authority();
const { cert: ca } = authority.identity;
const good = platform((_, response) => json(response, 200, { id: "7", name: "Soest" }));
const soest = { path: { orgId: "7" } } as const;

const environment = process.env;

beforeEach(() => {
  const isProxy = ([name]: [string, unknown]): boolean => /_proxy$/i.test(name);
  process.env = Object.fromEntries(Object.entries(environment).filter((entry) => !isProxy(entry)));
});
afterEach(async () => {
  await closeAll();
  process.env = environment;
});

describe("a server with a certificate of a private authority", () => {
  it("is trusted if the authority is given, over one connection that stays open", async () => {
    const sockets = new Set<unknown>();
    const server = await serve((seen, response, request) => {
      sockets.add(request.socket);
      good(seen, response, request);
    }, authority.certificateFor("localhost"));
    const client = clientFor(server.url, { ca });
    await client.call(accounts.getOrganisation, soest);
    await client.call(accounts.getOrganisation, soest);
    expect(server.seen).toHaveLength(3);
    expect(sockets.size).toBe(1);
  });

  it.each([
    ["its authority is unknown", "localhost", {}, undefined],
    ["its authority is another", "localhost", {}, new Authority().identity.cert],
    ["it is made for another host", "other.example", {}, ca],
    ["it is out of date", "localhost", { isExpired: true }, ca],
  ])("is refused if %s, at once and without a doubt", async (_, host, options, trusted) => {
    const server = await serve(good, authority.certificateFor(host, options));
    const client = clientFor(server.url, trusted === undefined ? {} : { ca: trusted });
    const args = { path: { orgId: "1" }, body: { name: "Soest" } };
    const error = await failureOf(client.call(accounts.createSuborganisation, args));
    expect(error.message).toContain(`HC2002 The certificate of ${server.url} cannot be verified`);
    expect(error.message).toContain("HALECONNECT_CA_FILE");
    expect(client.counts()).toMatchObject({ requests: 1, retries: 0 });
    expect(server.seen).toEqual([]);
  });

  it("is refused even if the environment switches verification off", async () => {
    const server = await serve(good, authority.certificateFor("localhost"));
    const script = `
      const { sharedClient } = require("./provider/client");
      sharedClient().whoAmI().then(print, (error) => print(error.code));`;
    const env = { HALECONNECT_URL: server.url, HALECONNECT_TOKEN: "token", NODE_TLS_REJECT_UNAUTHORIZED: "0" };
    await expect(inOwnProcess(script, env)).resolves.toBe("HC2002");
  });

  it("is named if it does not speak TLS at all", async () => {
    const server = await serve(good);
    const error = await failureOf(clientFor(server.url.replace("http:", "https:")).whoAmI());
    expect(error["code"]).toBe("HC2012");
    expect(error["message"]).not.toMatch(/ssl3|\.c:/);
  });
});

describe("the proxy of the environment", () => {
  /** Connects every host to one port, and remembers what it was asked for. */
  const startProxy = async (target: number, answer?: string) => {
    const asked: http.IncomingMessage[] = [];
    const sockets = new Set<net.Socket>();
    const proxy = http.createServer().on("connect", (request: http.IncomingMessage, socket: net.Socket) => {
      asked.push(request);
      sockets.add(socket);
      if (answer !== undefined) {
        socket.end(answer);
        return;
      }
      const onward = net.connect(target, "localhost", () => {
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        socket.pipe(onward).pipe(socket);
      });
      sockets.add(onward);
      socket.on("error", () => onward.destroy());
      onward.on("error", () => socket.destroy());
    });
    const port = await listen(proxy);
    later(async () => {
      sockets.forEach((socket) => socket.destroy());
      await new Promise((resolve) => proxy.close(resolve));
    });
    return { asked, url: `localhost:${port}` };
  };

  it.each(["HTTPS_PROXY", "https_proxy"])(
    "%s is used, with its credentials, and TLS goes through to the server",
    async (name) => {
      const server = await serve(good, authority.certificateFor("hale.example"));
      const proxy = await startProxy(server.port);
      process.env[name] = `http://bob:pa%24s@${proxy.url}`;
      await clientFor("https://hale.example", { ca }).call(accounts.getOrganisation, soest);
      expect(proxy.asked.map(({ url }) => url)).toEqual(["hale.example:443"]);
      expect(proxy.asked[0]?.headers["proxy-authorization"]).toBe(
        `Basic ${Buffer.from("bob:pa$s").toString("base64")}`,
      );
      expect(server.seen).toHaveLength(2);
    },
  );

  it("leaves the verification of the server as strict as before", async () => {
    const server = await serve(good, authority.certificateFor("other.example"));
    process.env["HTTPS_PROXY"] = `http://${(await startProxy(server.port)).url}`;
    expect((await failureOf(clientFor("https://hale.example", { ca }).whoAmI()))["code"]).toBe("HC2002");
  });

  it("is left out for hosts of NO_PROXY and for loopback", async () => {
    const server = await serve(good);
    const proxy = await startProxy(server.port);
    process.env["HTTPS_PROXY"] = process.env["HTTP_PROXY"] = `http://${proxy.url}`;
    await clientFor(server.url).call(accounts.getOrganisation, soest);
    process.env["NO_PROXY"] = ".invalid";
    expect((await failureOf(clientFor("https://nowhere.invalid").whoAmI()))["code"]).toBe("HC2001");
    expect(proxy.asked).toEqual([]);
  });

  it("is named if it refuses, without its password", async () => {
    const proxy = await startProxy(0, "HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
    process.env["HTTPS_PROXY"] = `http://bob:canary@${proxy.url}`;
    const error = await failureOf(clientFor("https://hale.example", { ca }).whoAmI());
    expect(error).toBeInstanceOf(HaleconnectError);
    expect(error.message).toContain(`HC2009 The proxy http://${proxy.url} does not let the connection`);
    expect(error.message).toContain("407");
    expect(error.message).not.toContain("canary");
    expect(proxy.asked).toHaveLength(1);
  });

  it("is named if it does not answer", async () => {
    const proxy = await startProxy(0);
    await closeAll();
    process.env["HTTPS_PROXY"] = `http://${proxy.url}`;
    const error = await failureOf(clientFor("https://hale.example", { ca }).whoAmI());
    expect(error.message).toContain(
      `HC2001 The server https://hale.example is unreachable through the proxy http://${proxy.url}`,
    );
  });

  it.each([
    ["socks5://localhost:1080", "only http:// and https:// are supported"],
    ["http://bob:100%canary@localhost:1", "not URL-encoded"],
    ["http://bob:canary@local host", "malformed"],
  ])("that cannot be used (%s) is an error, and nothing goes around it", async (proxy, why) => {
    process.env["HTTPS_PROXY"] = proxy;
    const error = await failureOf(clientFor("https://hale.example").whoAmI());
    expect(error.message).toMatch(new RegExp(`HC2009[^]*${why}`));
    expect(error.message).not.toContain("canary");
  });
});
