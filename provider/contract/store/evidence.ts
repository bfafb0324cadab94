import type { Certainty, Evidence } from "../evidence";
import type { Variant } from "./variant";

/** hale studio calls the project store; that the other four are the same service follows from their documents. */
const elsewhere: Readonly<Record<Certainty, Certainty>> = {
  certain: "implied",
  implied: "implied",
  designed: "designed",
};

/** Evidence of what hale studio does with the project store, and what that says of this one (docs/platform.md#the-five-stores). */
export function asSeenInProjects(variant: Variant, inProjects: Evidence): Evidence {
  const { name, path, body } = inProjects;
  return variant.name === "projects"
    ? inProjects
    : { ...inProjects, name: elsewhere[name], path: elsewhere[path], body: elsewhere[body] };
}
