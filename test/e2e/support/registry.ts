import { execFileSync } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";

/** A registry of packages that has the packed package of this checkout, and sends whoever wants another one to the usual registry. */
export class Registry {
  private constructor(
    readonly url: string,
    readonly close: () => void,
  ) {}

  static async start(installed: string): Promise<Registry> {
    const usual = execFileSync("npm", ["config", "get", "registry"], { encoding: "utf8" }).trim().replace(/\/$/, "");
    const tarball = fs.readdirSync(installed).find((name) => /^pulumi-haleconnect-.*\.tgz$/.test(name)) ?? "";
    const manifest = path.join(installed, "node_modules", "pulumi-haleconnect", "package.json");
    const about = JSON.parse(fs.readFileSync(manifest, "utf8")) as { name: string; version: string };
    const server = http.createServer((request, response) => {
      const { port } = server.address() as AddressInfo;
      if (request.url === `/${about.name}`) {
        const dist = { tarball: `http://127.0.0.1:${port}/${tarball}` };
        const versions = { [about.version]: { ...about, dist } };
        response.setHeader("content-type", "application/json");
        response.end(JSON.stringify({ name: about.name, "dist-tags": { latest: about.version }, versions }));
      } else if (request.url === `/${tarball}`) {
        fs.createReadStream(path.join(installed, tarball)).pipe(response);
      } else {
        response.writeHead(302, { location: `${usual}${request.url ?? ""}` }).end();
      }
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    return new Registry(`http://127.0.0.1:${port}/`, () => {
      server.closeAllConnections();
      server.close();
    });
  }
}
