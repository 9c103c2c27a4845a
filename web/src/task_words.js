// The words of the list of tasks.

import { group } from "./numbers.js";
import { say } from "./words.js";

const words = {
  tasks: { zh: "任务", en: "Tasks" },
  title: { zh: "任务台账", en: "Tasks of the plan" },
  unit: { zh: "单位（新旧名称均可）", en: "Bureau (old or new name)" },
  unitHint: { zh: "如 省工信厅、酒泉市", en: "such as 省工信厅 or Jiuquan" },
  role: { zh: "角色", en: "Role" },
  anyRole: { zh: "牵头或配合", en: "leads or cooperates" },
  lead: { zh: "牵头", en: "leads" },
  cooperate: { zh: "配合", en: "cooperates" },
  region: { zh: "地区", en: "Place" },
  due: { zh: "完成年份", en: "Due" },
  kind: { zh: "类别", en: "Kind" },
  words: { zh: "名称、条款中的字", en: "Words of the name, clause" },
  all: { zh: "全部", en: "All" },
  aims: { zh: "目标和时限（评分的）", en: "aims: targets and milestones" },
  noYear: { zh: "没有期限", en: "no year" },
  state: { zh: "状态", en: "State" },
  overdue: { zh: "逾期", en: "overdue" },
  asOf: { zh: "逾期以此日为准", en: "Overdue as of" },
  clear: { zh: "清除筛选", en: "Clear" },
  print: { zh: "打印清单", en: "Print the list" },
  marked: { zh: "图上所选：", en: "Chosen on the map: " },
  unmark: { zh: "取消图上所选", en: "Drop the choice on the map" },
  noUnit: {
    zh: "规划中没有这个单位。",
    en: "The plan names no such unit.",
  },
  unnamed: {
    zh: "规划印发给这个单位，但没有哪一项任务点名它：",
    en: "The plan is addressed to this unit, and names it at no task: ",
  },
  now: { zh: "现", en: "now " },
  nothing: { zh: "没有符合的事项。", en: "No task fits." },
  dueBy: { zh: "年底前", en: "Due by the end of " },
  undated: { zh: "没有写明期限", en: "No date given" },
  noPlace: { zh: "没有点名地点，不在图上", en: "The plan names no place, so nothing is drawn" },
  onMap: { zh: "图上位置", en: "On the map" },
  about: { zh: "涉及地区", en: "Places concerned" },
  noLead: { zh: "规划没有写明", en: "the plan names none" },
  known: { zh: "已知数值", en: "Known" },
  timeline: { zh: "完成时限的时间轴", en: "Timeline of the milestones" },
  timelineHint: { zh: "方向键移动，回车打开", en: "Arrow keys move, Enter opens" },
  timelineData: { zh: "时间轴的数据", en: "The timeline as a table" },
  year: { zh: "年份", en: "Year" },
  sum: { zh: "合计", en: "All" },
  back: { zh: "返回地图", en: "Back to the map" },
  clause: { zh: "条款", en: "Clause" },
  what: { zh: "事项", en: "Task" },
  leadUnits: { zh: "牵头单位", en: "Lead units" },
  basis: { zh: "依据、原因", en: "Evidence, or why" },
};

const counted = {
  tasks: { zh: (n) => `${n} 项`, en: (n) => (n === "1" ? "1 task" : `${n} tasks`) },
  aims: {
    zh: (n) => `其中目标和时限 ${n} 项`,
    en: (n) => (n === "1" ? "1 of them an aim" : `${n} of them aims`),
  },
};

export function sayTask(name) {
  return say(words[name]);
}

export function sayTasks(name, n) {
  const text = group(n);
  return say({ zh: counted[name].zh(text), en: counted[name].en(text) });
}

// The first names of several, and how many there are.
export function sayNames(names, most) {
  const comma = say({ zh: "、", en: ", " });
  if (names.length <= most) return names.join(comma);
  const first = names.slice(0, most - 1).join(comma);
  return first + say({ zh: ` 等 ${names.length} 个`, en: ` and ${names.length - most + 1} more` });
}

export function sayDue(year) {
  return say({ zh: `${year} ${words.dueBy.zh}`, en: `${words.dueBy.en}${year}` });
}

export function sayDay(day) {
  return say({ zh: `${words.asOf.zh}：${day}`, en: `${words.asOf.en} ${day}` });
}
