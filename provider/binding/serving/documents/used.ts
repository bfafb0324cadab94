import { isObject, type Json } from "./json";
import type { PrintedModels } from "./schema";

/** The models that the paths refer to, by way of other models too. */
export function used(paths: unknown, models: PrintedModels): Json {
  const names = new Set<string>();
  const look = (value: unknown): void => {
    if (Array.isArray(value)) {
      value.forEach(look);
    } else if (isObject(value)) {
      Object.values(value).forEach(look);
      const reference = value["$ref"];
      const [, name] = /^#\/definitions\/(.*)$/.exec(typeof reference === "string" ? reference : "") ?? [];
      if (name !== undefined && !names.has(name)) {
        names.add(name);
        look(models[name]);
      }
    }
  };
  look(paths);
  return Object.fromEntries(Object.entries(models).filter(([name]) => names.has(name)));
}
