import type { z } from "zod";
import { actions } from "../../../provider/contract";
import { visible } from "../accounts/organisations";
import { implement } from "../implement";

/** What the platform's own is, is not public; nothing answers at this address. */
const platformMap: z.output<typeof actions.BaseMap> = {
  address: "https://maps.example.org/wms",
  layers: ["base"],
  copyright: "© example.org",
};

/** That of the organisation, or of the nearest one above that has one; the platform's where nobody chose. */
const getDefaultBaseMap = implement(actions.getDefaultBaseMap, (call) => {
  const { organisations, settings } = call.world;
  const chosen = organisations.lineageOf(visible(call, call.path.orgId).id).flatMap(({ id: organisation }) => {
    const { baseMap: address, layers = [], copyright } = settings.of(organisation).mapConfiguration ?? {};
    return address === undefined
      ? []
      : [{ organisation, address, layers, ...(copyright === undefined ? {} : { copyright }) }];
  });
  return chosen[0] ?? platformMap;
});

export const baseMap = [getDefaultBaseMap];
