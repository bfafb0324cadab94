/** What a sender says of a file, unless that is nothing. */
export function mediaTypeOf(_name: string, said: string): string {
  return said === "" ? "application/octet-stream" : said;
}
