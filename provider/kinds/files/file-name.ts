/** `OrganisationSharing`: `organisation-sharing`, the name of its files and of its dynamic module. */
export function fileNameOf(kindName: string): string {
  return kindName.replace(/(?!^)([A-Z])/g, "-$1").toLowerCase();
}
