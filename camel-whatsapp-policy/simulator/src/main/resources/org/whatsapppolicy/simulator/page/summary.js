// One line that tells what a message is, for quotes and announcements.

export function summary(content) {
  switch (content.type) {
    case "text": return content.text;
    case "rich": return content.body || (content.template ? content.template.name : content.kind);
    case "media": return "[" + (content.voice ? "voice" : content.kind) + "]" + (content.caption ? " " + content.caption : "");
    case "location": return "[location]" + (content.name ? " " + content.name : "");
    case "contacts": return "[contact] " + content.cards.map((card) => card.name).join(", ");
    case "product": return "[product] " + content.retailerId;
    case "tapped": return content.label;
    case "reaction": return content.emoji ? "reacted with " + content.emoji : "took a reaction back";
    default: return "[" + content.kind + "]";
  }
}
