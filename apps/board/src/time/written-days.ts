const weekdays: Readonly<Record<string, string>> = {
  ...{ 一: 'mon', 二: 'tue', 三: 'wed', 四: 'thu', 五: 'fri', 六: 'sat', 日: 'sun', 天: 'sun' },
};
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const near: Readonly<Record<string, string>> = { 昨天: 'yesterday ', 今天: 'today ', 明天: 'tomorrow ' };

/** Days as they are written in Chinese, in the form in which times are understood: "11月23日 周一 14:20" is "23 nov 14:20". Whoever copies a time off the board in Chinese can type it so. */
export function plainDays(text: string): string {
  return text
    .replace(/昨天|今天|明天/g, (word) => near[word] ?? word)
    .replace(
      /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号](?:\s*(?:周|星期|礼拜).)?/,
      (found, ...[year, month, day]: string[]) => {
        const name = months[Number(month) - 1];
        return name === undefined ? found : `${day ?? ''} ${name} ${year ?? ''} `;
      },
    )
    .replace(/(?:周|星期|礼拜)([一二三四五六日天])/, (_, day: string) => `${weekdays[day] ?? ''} `)
    .replace(/\s+/g, ' ');
}
