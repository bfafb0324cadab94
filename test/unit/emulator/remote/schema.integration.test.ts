import { fetchLimits, type FetchLimits } from "../../../../emulator/remote/document";
import { fetchSchema } from "../../../../emulator/remote/schema";
import { sample } from "../support/samples";
import { webServer, type Page, type WebServer } from "../support/web-server";

const servers: WebServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

async function serve(pages: Record<string, Page>): Promise<WebServer> {
  const server = await webServer(pages);
  servers.push(server);
  return server;
}

const xsd = (inside: string, namespace = "urn:a") =>
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="${namespace}">${inside}</xs:schema>`;
const including = (location: string) => xsd(`<xs:include schemaLocation="${location}"/>`);
const fetched = async (pages: Record<string, Page>, path: string, limits = fetchLimits) => {
  const server = await serve(pages);
  return (await fetchSchema(`${server.url}${path}`, limits)).map(({ name }) => name);
};

describe("a schema at an address", () => {
  it("comes with the documents that lie beside it, each at its place", async () => {
    const pages = {
      "/s/roads/Roads.xsd": { body: sample("roads/Roads.xsd") },
      "/s/roads/Surfaces.xsd": { body: sample("roads/Surfaces.xsd") },
      "/s/roads/base/BaseTypes.xsd": { body: sample("roads/base/BaseTypes.xsd") },
    };
    const server = await serve(pages);
    const files = await fetchSchema(`${server.url}/s/roads/Roads.xsd`);
    expect(files.map(({ name }) => name)).toEqual(["Roads.xsd", "base/BaseTypes.xsd", "Surfaces.xsd"]);
    expect(files[0]?.content.equals(sample("roads/Roads.xsd"))).toBe(true);
    // Once each, although they refer to one another; and GML, which is on another server, not at all.
    expect([...server.asked].sort()).toEqual(Object.keys(pages).sort());
  });

  it("has a folder that also holds what lies above it", async () => {
    const pages = { "/a/ad/4.0/A.xsd": { body: including("../../base/B.xsd") }, "/a/base/B.xsd": { body: xsd("") } };
    expect(await fetched(pages, "/a/ad/4.0/A.xsd")).toEqual(["ad/4.0/A.xsd", "base/B.xsd"]);
  });

  it("may be the answer of a service, which has no file name", async () => {
    const path = "/geo/wfs?service=WFS&request=DescribeFeatureType";
    expect(await fetched({ [path]: { body: xsd("") } }, path)).toEqual(["wfs.xsd"]);
    expect(
      await fetched({ "/?request=DescribeFeatureType": { body: xsd("") } }, "/?request=DescribeFeatureType"),
    ).toEqual(["schema.xsd"]);
  });

  it("is found after a redirect", async () => {
    const pages = { "/a.xsd": { status: 302, headers: { location: "/new/b.xsd" } }, "/new/b.xsd": { body: xsd("") } };
    expect(await fetched(pages, "/a.xsd")).toEqual(["b.xsd"]);
  });

  it("comes without missing documents, without other files, and without absolute locations", async () => {
    const pages = {
      "/a.xsd": { body: xsd(["b.xsd", "c.xsd", "/d.xsd", "e.xsd?x=1", "//other/f.xsd"].map(include).join("")) },
      "/c.xsd": { body: "<!DOCTYPE html>" },
    };
    const server = await serve(pages);
    expect((await fetchSchema(`${server.url}/a.xsd`)).map(({ name }) => name)).toEqual(["a.xsd"]);
    expect(server.asked).toEqual(["/a.xsd", "/b.xsd", "/c.xsd"]);
  });

  it("comes without documents of another host, even after a redirect there", async () => {
    const other = await serve({ "/b.xsd": { body: xsd("") } });
    const pages = {
      "/a.xsd": { body: including("b.xsd") },
      "/b.xsd": { status: 301, headers: { location: `${other.url}/b.xsd` } },
    };
    expect(await fetched(pages, "/a.xsd")).toEqual(["a.xsd"]);
    expect(other.asked).toEqual([]);
  });
});

describe("a schema cannot be read from an address", () => {
  const small: FetchLimits = { milliseconds: 300, bytes: 1000, documents: 3 };

  it.each<[string, Page, RegExp]>([
    ["that answers with an error", { status: 503 }, /\/a\.xsd answers 503/],
    [
      "with a web page",
      { body: "<!doctype html><p>Log in" },
      /gives a web page \(HTML\); an XML Schema \(XSD\) is expected/,
    ],
    ["with a service's error", { body: "<ServiceExceptionReport/>" }, /gives an error message of a web service/],
    ["with nothing", {}, /gives empty/],
    ["that is too large", { body: xsd(" ".repeat(2000)) }, /is larger than 1000 bytes/],
    ["that takes too long", { hangs: true }, /took longer than 0\.3 seconds/],
    [
      "that sends one round and round",
      { status: 302, headers: { location: "/a.xsd" } },
      /sends one on more than 5 times/,
    ],
    [
      "that sends one to a file",
      { status: 302, headers: { location: "file:///etc/passwd" } },
      /leads to file:\/\/\/etc\/passwd/,
    ],
  ])("%s", async (_, page, message) => {
    const server = await serve({ "/a.xsd": page });
    await expect(fetchSchema(`${server.url}/a.xsd`, small)).rejects.toThrow(message);
  });

  it("at which nobody listens", async () => {
    const server = await serve({});
    await server.close();
    await expect(fetchSchema(`${server.url}/a.xsd`, small)).rejects.toThrow(/cannot be reached: ECONNREFUSED/);
  });

  it("with more documents than any schema has", async () => {
    const chain = Object.fromEntries([0, 1, 2, 3, 4].map((at) => [`/${at}.xsd`, { body: including(`${at + 1}.xsd`) }]));
    expect(await fetched(chain, "/0.xsd", small)).toHaveLength(3);
  });
});

function include(location: string): string {
  return `<xs:include schemaLocation="${location}"/>`;
}
