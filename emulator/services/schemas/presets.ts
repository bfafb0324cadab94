import { schemas } from "../../../provider/contract";
import { presets } from "../../../provider/formats/presets";
import { implement } from "../implement";

const getPresets = implement(schemas.getPresets, () =>
  presets.map(({ id, name, version, type, namespace, address }) => ({ id, name, version, type, namespace, address })),
);

export const ofPresets = [getPresets];
