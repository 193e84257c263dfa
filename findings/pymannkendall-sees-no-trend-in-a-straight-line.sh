#!/usr/bin/env bash
# Three Mann-Kendall tests of pymannkendall find "no trend" in figures that rise by 5 every year.
#
# The modified tests take the slope of Sen out before they look at how the remainder depends on itself.
# Of a straight line nothing remains: the autocorrelation is 0/0, the variance of Hamed and Rao and of Yue
# and Wang is not a number, and a p of nan is answered as "no trend"; the trend-free pre-whitening counts
# the same as p = 1, the surest "no trend" there is, beside a slope of 5. Take one from the last figure and
# all of them see the rise. The original test and plain pre-whitening see it in both series.
# Nothing is raised; numpy warns of "invalid value encountered in divide".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  pymannkendall==1.4.3 numpy==2.4.6 scipy==1.17.1
cd "$folder"
venv/bin/python -W ignore - <<'END' | tee seen
import pymannkendall

LINE = [40, 45, 50, 55, 60, 65, 70, 75, 80, 85]
for figures in (LINE, [*LINE[:-1], 84]):
    print("last figure", figures[-1])
    for name in ("", "hamed_rao_", "yue_wang_", "pre_whitening_", "trend_free_pre_whitening_"):
        test = getattr(pymannkendall, f"{name}modification_test" if name else "original_test")
        seen = test(figures)
        print(f"  {name or 'original'}: {seen.trend}, p {seen.p:.3f}, slope {seen.slope:g}")
END
diff seen - <<'END'
last figure 85
  original: increasing, p 0.000, slope 5
  hamed_rao_: no trend, p nan, slope 5
  yue_wang_: no trend, p nan, slope 5
  pre_whitening_: increasing, p 0.000, slope 5
  trend_free_pre_whitening_: no trend, p 1.000, slope 5
last figure 84
  original: increasing, p 0.000, slope 5
  hamed_rao_: increasing, p 0.000, slope 5
  yue_wang_: increasing, p 0.000, slope 5
  pre_whitening_: increasing, p 0.000, slope 5
  trend_free_pre_whitening_: increasing, p 0.000, slope 5
END
echo "as described: pymannkendall 1.4.3 finds no trend in a straight line"
