import { Config } from "@pulumi/pulumi";
import { CswConfiguration } from "pulumi-haleconnect";
import { spatialData } from "./organisations";

/** The platform's operator gives an organisation its CSW endpoint on request, so this waits until it is there. */
if (new Config().getBoolean("csw") ?? false) {
  new CswConfiguration("catalogue of Aue", {
    organisation: spatialData,
    supportedLanguages: ["ger", "eng"],
    defaultLanguage: "ger",
    gemetKeywords: ["leisure activity"],
    serviceConformity: "notEvaluated",
  });
}
