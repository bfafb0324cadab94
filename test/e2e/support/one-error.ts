import type { Tenant } from "./tenant";
import { writesAmong } from "./writes";

export interface Attempt {
  readonly environment?: Readonly<Record<string, string>>;
  /** Without a preview, unless told otherwise. */
  readonly command?: string;
}

/**
 * One clear error: said once, with why and what next, without a trace of the code or of a secret; no write was sent.
 * Gives what Pulumi shows of it.
 */
export async function expectOneError(
  tenant: Tenant,
  code: RegExp,
  { environment = {}, command = "up --yes --skip-preview" }: Attempt = {},
): Promise<string> {
  await tenant.requests();
  const { code: exit, output } = await tenant.pulumi([...command.split(" "), "--non-interactive"], environment);
  const diagnostics = output.slice(output.indexOf("Diagnostics:"));
  expect(exit).not.toBe(0);
  expect(diagnostics).toMatch(code);
  expect(diagnostics.match(/HC\d{4} /g)).toHaveLength(1);
  expect(diagnostics).toMatch(/why: {2}\S/);
  expect(diagnostics).toMatch(/next: \S/);
  expect(output).not.toMatch(/\n\s+at \S+ ?\(/);
  const { HALECONNECT_PASSWORD: password, HALECONNECT_TOKEN: token } = environment;
  for (const secret of [tenant.emulator.password, password, token]) {
    expect(output).not.toContain(secret === undefined || secret === "" ? tenant.emulator.password : secret);
  }
  expect(writesAmong(await tenant.requests())).toEqual([]);
  return diagnostics;
}
