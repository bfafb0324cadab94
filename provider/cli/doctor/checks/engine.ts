import { findEngine } from "../../../engine";
import { ok, warning, type Check } from "../finding";

/** Whether there is a Pulumi engine. It installs none. */
export const checkEngine: Check = async ({ env, signal }) => {
  const engine = await findEngine({ env, signal });
  return engine === undefined
    ? warning("there is no usable Pulumi engine", "Run `haleconnect setup`: it finds or installs one.")
    : ok(`Pulumi ${engine.version}, ${engine.origin === "path" ? "on PATH" : "from the cache"}: ${engine.directory}`);
};
