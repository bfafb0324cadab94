import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { installedFolder } from "./installed-folder";
import { Tenant } from "./tenant";

const fixtures = path.resolve(__dirname, "..", "..", "fixtures", "former-state");
const program = path.join(fixtures, "program");

/** What the maker of a fixture wrote about it. */
interface About {
  readonly passphrase: string;
  /** The word that stands for the address of the server. */
  readonly server: string;
  readonly ids: Readonly<Record<string, string>>;
}

/** The releases of which a state, a journal and a server are kept. */
export const formerReleases = fs.readdirSync(fixtures).filter((name) => /^\d/.test(name));

/** A tenant as a former release left it: the stack is imported, the journal lies where it lay, the server has what it had. */
export class FormerTenant {
  private constructor(
    readonly tenant: Tenant,
    readonly data: string,
  ) {}

  static async start(release: string, stack: "whole" | "interrupted"): Promise<FormerTenant> {
    const fixture = path.join(fixtures, release);
    const read = (file: string) => fs.readFileSync(path.join(fixture, file), "utf8");
    const { passphrase, server, ids } = JSON.parse(read("about.json")) as About;
    const data = fs.mkdtempSync(path.join(os.tmpdir(), "haleconnect-former-server-"));
    fs.cpSync(path.join(fixture, "server"), data, { recursive: true });
    const tenant = await Tenant.start(
      installedFolder(),
      {
        "index.js": fs.readFileSync(path.join(program, `${stack}.js`), "utf8"),
        "by-hand.json": JSON.stringify(ids),
      },
      { dataDirectory: data, administratorPassword: passphrase },
    );
    const { folder, home, emulator, environment } = tenant;
    environment["PULUMI_CONFIG_PASSPHRASE"] = passphrase;
    fs.cpSync(path.join(program, "files"), path.join(folder, "files"), { recursive: true });
    const journal = path.join(folder, ".haleconnect", "journal", "tenant");
    fs.mkdirSync(journal, { recursive: true });
    const here = (file: string) => read(file).replaceAll(server, emulator.url);
    fs.writeFileSync(path.join(journal, "dev.jsonl"), here(`${stack}.journal.jsonl`));
    const state = path.join(home, "former.json");
    fs.writeFileSync(state, here(`${stack}.json`));
    const { code, output } = await tenant.pulumi(["stack", "import", "--stack", "dev", "--file", state]);
    if (code !== 0) {
      throw new Error(output);
    }
    return new FormerTenant(tenant, data);
  }

  async stop(): Promise<void> {
    await this.tenant.stop();
    fs.rmSync(this.data, { recursive: true, force: true });
  }
}
