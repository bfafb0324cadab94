import { buffer } from "node:stream/consumers";
import { resources } from "../../../provider/contract";
import { problemWithGeoJson } from "../../../provider/contract/geometry";
import { refuse } from "../../refusal";
import { withoutEmpty } from "../../world/without-empty";
import { refuseUnless, visible } from "../accounts/organisations";
import { implement } from "../implement";
import { settingsOf } from "./shown-settings";

/** The platform converts Shapefiles and GML as well (docs/platform.md#organisations); here only what needs no conversion is taken. */
const setGeometry = implement(resources.setGeometry, async (call) => {
  const { body, world, now, commit } = call;
  // Reading waits, so it comes first: nothing may wait between the looks below and the commit.
  const problem = problemWithGeoJson(await buffer(body.open()));
  const { id } = visible(call, call.path.orgId);
  refuseUnless(call, "edit", id);
  if (problem !== undefined) {
    throw refuse.invalid([{ field: "file", message: `Conversion failed: ${problem}` }]);
  }
  const { name, bytes, sha256 } = body;
  const geometry = withoutEmpty({ name, type: geoJson, bytes, sha256, stored: now() });
  commit({ type: "geometrySet", organisation: id, geometry });
  return settingsOf(world, id);
});

const getGeometry = implement(resources.getGeometry, (call) => {
  const { id } = visible(call, call.path.orgId);
  const { type, bytes, sha256 } = geometryOf(call.world.settings.of(id), id);
  return { type, bytes, open: call.blobs.lend(sha256) };
});

const deleteGeometry = implement(resources.deleteGeometry, (call) => {
  const { id } = visible(call, call.path.orgId);
  refuseUnless(call, "edit", id);
  geometryOf(call.world.settings.of(id), id);
  call.commit({ type: "geometryRemoved", organisation: id });
  return { error: false, message: `The geometry of organisation ${id} is removed.` };
});

export const geometry = [setGeometry, getGeometry, deleteGeometry];

const geoJson = "application/geo+json";

function geometryOf<T>({ geometry: found }: { readonly geometry?: T | undefined }, organisation: string): T {
  if (found === undefined) {
    throw refuse.absent(`geometry of organisation ${organisation}`);
  }
  return found;
}
