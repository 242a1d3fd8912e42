declare module "virtual:catalogue/*" {
  const texts: Record<string, string>;
  export default texts;
}

declare module "virtual:notices/*" {
  const texts: Record<string, string>;
  export default texts;
}

declare module "virtual:office/*" {
  const texts: Record<string, string>;
  export default texts;
}

declare module "*/no-loose-text.mjs" {
  export function namedKeys(source: string): { whole: string[]; begun: string[] };
}
