#!/usr/bin/env bash
# The npm package vietnamese-lunar-calendar reckons for the time zone of the computer, not for Viet Nam's.
#
# The Vietnamese calendar is that of UTC+7: a month begins on the day of the new moon there, and the leap
# month is found by the same days. The package asks the computer for its zone and reckons for that one, so
# that on a server in UTC the first day of Tết 2024 is the second of the month, the leap month of 2006 is
# the sixth and not the seventh, and one day in three has another lunar date; in the zone of China, Tết
# 2007 is a day late. Its page does not speak of zones, and its constructor takes none. With
# TZ=Asia/Ho_Chi_Minh it agrees with amlich, which is given the zone, on all of the days below.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-fund --no-audit --no-package-lock --ignore-scripts \
  vietnamese-lunar-calendar@0.0.6 amlich@0.0.2
cat > days.js <<'END'
const { LunarDate } = require("vietnamese-lunar-calendar");
const { convertSolar2Lunar } = require("amlich");

const packages = {
  "vietnamese-lunar-calendar": (...day) => {
    const { date, month, isLeap } = new LunarDate(...day);
    return `${date}/${month}${isLeap ? " leap" : ""}`;
  },
  amlich: (year, month, day) => {
    const [date, ofYear, , leap] = convertSolar2Lunar(day, month, year, 7);
    return `${date}/${ofYear}${leap ? " leap" : ""}`;
  },
};
const zone = process.env.TZ;
for (const day of [[2024, 2, 10], [2007, 2, 17], [2006, 7, 25], [2006, 8, 24]]) {
  const said = Object.entries(packages).map(([name, date]) => `${name} ${date(...day)}`);
  console.log(`${zone}, ${day.join("-")}: ${said.join(", ")}`);
}
let [others, all] = [0, 0];
for (let at = Date.UTC(2000, 0, 1); at < Date.UTC(2030, 0, 1); at += 86400000) {
  const moment = new Date(at);
  const day = [moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate()];
  const [one, other] = Object.values(packages).map((date) => date(...day));
  [others, all] = [others + (one !== other), all + 1];
}
console.log(`${zone}, 2000 to 2029: ${others} of ${all} days differ`);
END
for zone in Asia/Ho_Chi_Minh UTC Asia/Shanghai; do TZ=$zone node days.js; done | tee seen
diff seen - <<'END'
Asia/Ho_Chi_Minh, 2024-2-10: vietnamese-lunar-calendar 1/1, amlich 1/1
Asia/Ho_Chi_Minh, 2007-2-17: vietnamese-lunar-calendar 1/1, amlich 1/1
Asia/Ho_Chi_Minh, 2006-7-25: vietnamese-lunar-calendar 1/7, amlich 1/7
Asia/Ho_Chi_Minh, 2006-8-24: vietnamese-lunar-calendar 1/7 leap, amlich 1/7 leap
Asia/Ho_Chi_Minh, 2000 to 2029: 0 of 10958 days differ
UTC, 2024-2-10: vietnamese-lunar-calendar 2/1, amlich 1/1
UTC, 2007-2-17: vietnamese-lunar-calendar 1/1, amlich 1/1
UTC, 2006-7-25: vietnamese-lunar-calendar 1/6 leap, amlich 1/7
UTC, 2006-8-24: vietnamese-lunar-calendar 2/7, amlich 1/7 leap
UTC, 2000 to 2029: 3659 of 10958 days differ
Asia/Shanghai, 2024-2-10: vietnamese-lunar-calendar 1/1, amlich 1/1
Asia/Shanghai, 2007-2-17: vietnamese-lunar-calendar 30/12, amlich 1/1
Asia/Shanghai, 2006-7-25: vietnamese-lunar-calendar 1/7, amlich 1/7
Asia/Shanghai, 2006-8-24: vietnamese-lunar-calendar 1/7 leap, amlich 1/7 leap
Asia/Shanghai, 2000 to 2029: 210 of 10958 days differ
END
echo "as described: vietnamese-lunar-calendar 0.0.6 reckons for the computer's time zone"
