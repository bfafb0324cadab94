import type { ProviderProcess } from "../../support/provider-process";
import { Refused } from "../../support/single-resource";
import type { Stage } from "../../support/stage";
import { writesAmong } from "./writes";

/**
 * One clear error of the provider's process, which the engine only shows: said once, with why and what next; no write was
 * sent. Gives the property that it names and what it says.
 */
export async function expectRefusal(
  stage: Stage,
  provider: ProviderProcess,
  declared: { readonly kind: string; readonly values: Record<string, unknown> },
  code: RegExp,
): Promise<string> {
  await stage.requests();
  const said = stage.resource("it", declared.kind).up(provider, declared.values);
  const [failure, ...others] = await said.then(
    () => [],
    (error: unknown) => (error instanceof Refused ? error.failures : [{ property: "", reason: String(error) }]),
  );
  expect(others).toEqual([]);
  const { property = "", reason = "nothing is wrong" } = failure ?? {};
  expect(reason).toMatch(code);
  expect(reason.match(/HC\d{4} /g)).toHaveLength(1);
  expect(reason).toMatch(/why: {2}\S/);
  expect(reason).toMatch(/next: \S/);
  expect(reason).not.toMatch(/\n\s+at \S+ ?\(/);
  expect(reason).not.toContain(stage.emulator.password);
  expect(writesAmong(await stage.requests())).toEqual([]);
  return `property ${property}: ${reason}`;
}
