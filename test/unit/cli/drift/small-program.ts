import fs from "node:fs";
import path from "node:path";
import { cleanEnvironment } from "../../../support/clean-environment";
import { later, temporaryFolder } from "../../client/scripted-server";
import { exportOf } from "../../drift/exported";
import { smallTenant, Somebody } from "../../drift/small-tenant";
import type { Stack, Tenant } from "../../lifecycle/stack";
import { haleconnect } from "../command";

/** A folder with the state of a small tenant's stack, and the command that looks at it. */
export class SmallProgram {
  readonly folder = temporaryFolder();
  /** The exported state. */
  readonly file = path.join(this.folder, "stack.json");
  readonly somebody: Somebody;

  private constructor(
    readonly tenant: Tenant,
    readonly stack: Stack,
  ) {
    this.somebody = new Somebody(tenant, stack);
    fs.writeFileSync(this.file, exportOf(stack));
  }

  /** It is closed with all that the test opened. */
  static async start(): Promise<SmallProgram> {
    const { tenant, stack } = await smallTenant();
    later(() => tenant.stop());
    return new SmallProgram(tenant, stack);
  }

  get env(): NodeJS.ProcessEnv {
    const { url, username, password } = this.tenant.emulator;
    const settings = { HALECONNECT_URL: url, HALECONNECT_USERNAME: username, HALECONNECT_PASSWORD: password };
    return { ...cleanEnvironment(), XDG_CACHE_HOME: this.folder, ...settings };
  }

  /** Looks by the exported state. */
  readonly drift = (args: readonly string[] = [], more: NodeJS.ProcessEnv = {}) =>
    haleconnect(["drift", "--cwd", this.folder, "--state", "stack.json", ...args], { ...this.env, ...more });

  async fault(fault: Readonly<Record<string, unknown>>): Promise<void> {
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify(fault);
    const { ok } = await fetch(`${this.tenant.emulator.url}/_emulator/faults`, { method: "POST", headers, body });
    expect(ok).toBe(true);
  }
}
