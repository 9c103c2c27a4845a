"""Weights of criteria from pairwise judgements: the analytic hierarchy process."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from gisplan.arrays import Floats
from gisplan.catalog.analyses import Given, TableSpec, analysis, declare
from gisplan.errors import DataError
from gisplan.text import Text

#: Mean consistency index of random reciprocal matrices, by their size (T. L. Saaty, The Analytic
#: Hierarchy Process, McGraw-Hill, 1980).
RANDOM_INDEX: Mapping[int, float] = {
    1: 0.0,
    2: 0.0,
    3: 0.58,
    4: 0.90,
    5: 1.12,
    6: 1.24,
    7: 1.32,
    8: 1.41,
    9: 1.45,
    10: 1.49,
    11: 1.51,
    12: 1.48,
    13: 1.56,
    14: 1.57,
    15: 1.59,
}
#: Greatest consistency ratio at which judgements are still taken (Saaty, as above).
_MOST = 0.1
#: The scale of judgements ends here.
_SCALE = 9.0


def _weights(_: Given) -> TableSpec:
    columns = (
        declare("criterion", "text", ("指标", "Criterion"), required=True),
        declare("weight", "number", ("权重", "Weight"), minimum=0, maximum=1, derived=True),
        declare("lambda_max", "number", ("最大特征值", "Largest eigenvalue"), derived=True),
        declare("consistency_index", "number", ("一致性指标", "Consistency index"), derived=True),
        declare("consistency_ratio", "number", ("一致性比率", "Consistency ratio"), derived=True),
    )
    return TableSpec(columns=columns, key=("criterion",))


@analysis("ahp_weights", gives=_weights)
def ahp_weights(judgements: pd.DataFrame) -> pd.DataFrame:
    """Derive weights of criteria from judgements of each against each other.

    Parameters
    ----------
    judgements : pandas.DataFrame
        ``criterion``, ``against`` and ``judgement``: how many times as important the first is,
        from 1 (the same) to 9 (extremely more), or a fraction down to 1/9. Each pair stands
        once, in either direction.

    Returns
    -------
    pandas.DataFrame
        ``criterion`` (in the order in which they first occur), ``weight`` (adding up to 1), and
        in each row the same ``lambda_max``, ``consistency_index`` and ``consistency_ratio``.

    Raises
    ------
    DataError
        If a pair is missing, stands twice or is of one criterion; a judgement is off the scale;
        there are fewer than 2 or more than 15 criteria; or the judgements contradict each other
        so much that the consistency ratio is above 0.1. The message then names the judgement
        that contradicts the others most.

    Notes
    -----
    T. L. Saaty, A scaling method for priorities in hierarchical structures, Journal of
    Mathematical Psychology 15, 1977: the weights are the eigenvector of the matrix of judgements
    that belongs to its greatest eigenvalue lambda_max. With n criteria, the consistency index is
    (lambda_max - n) / (n - 1), the ratio that index over the one of random judgements.

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.analysis.suitability import ahp_weights
    >>> judgements = pd.DataFrame(
    ...     {
    ...         "criterion": ["road", "road", "slope"],
    ...         "against": ["slope", "water", "water"],
    ...         "judgement": [3, 5, 2],
    ...     }
    ... )
    >>> ahp_weights(judgements)[["criterion", "weight", "consistency_ratio"]].round(3)
      criterion  weight  consistency_ratio
    0      road   0.648              0.003
    1     slope   0.230              0.003
    2     water   0.122              0.003
    """
    names, matrix = _matrix(judgements)
    count = len(names)
    values, vectors = np.linalg.eig(matrix)
    first = int(np.argmax(values.real))
    greatest = float(values[first].real)
    weight = np.abs(vectors[:, first].real)
    weight = weight / weight.sum()
    index = (greatest - count) / (count - 1)
    ratio = index / RANDOM_INDEX[count] if RANDOM_INDEX[count] else 0.0
    # an eigenvalue is a hair below n where all judgements agree
    index, ratio = max(index, 0.0), max(ratio, 0.0)
    if ratio > _MOST:
        raise _inconsistent(names, matrix, weight, ratio)
    return pd.DataFrame(
        {
            "criterion": names,
            "weight": weight,
            "lambda_max": greatest,
            "consistency_index": index,
            "consistency_ratio": ratio,
        }
    )


def _matrix(judgements: pd.DataFrame) -> tuple[list[str], Floats]:
    """Give the criteria and the matrix of judgements, checked.

    Parameters
    ----------
    judgements : pandas.DataFrame
        ``criterion``, ``against`` and ``judgement``, a row for each pair.

    Returns
    -------
    tuple[list[str], Floats]
        Names of the criteria in order of appearance, and the reciprocal matrix.

    Raises
    ------
    DataError
        If a column, or the judgement of a pair, is missing, repeated or impossible.
    """
    missing = [n for n in ("criterion", "against", "judgement") if n not in judgements.columns]
    if missing:
        listed = ", ".join(missing)
        raise DataError(Text(f"判断表缺少列 {listed}", f"the judgements have no column {listed}"))
    pairs = list(zip(judgements["criterion"], judgements["against"], strict=True))
    names = [str(name) for name in dict.fromkeys(name for pair in pairs for name in pair)]
    count = len(names)
    if not 2 <= count <= max(RANDOM_INDEX):
        raise DataError(
            Text(
                f"判断表有 {count} 个准则，应为 2 至 {max(RANDOM_INDEX)} 个；更多时请分层",
                f"the judgements are of {count} criteria; there must be 2 to {max(RANDOM_INDEX)};"
                " put more in groups",
            )
        )
    place = {name: at for at, name in enumerate(names)}
    matrix = np.full((count, count), np.nan)
    np.fill_diagonal(matrix, 1.0)
    numbers = pd.to_numeric(judgements["judgement"], errors="coerce").to_numpy(dtype=np.float64)
    faults: list[Text] = []
    for row, ((one, other), given) in enumerate(zip(pairs, numbers, strict=True), start=1):
        a, b = place[str(one)], place[str(other)]
        # a fraction is written with a few digits
        if not 1 / _SCALE - 0.002 <= given <= _SCALE:
            faults.append(
                Text(
                    f"第 {row} 行（{one}、{other}）：判断值 {given:g} 应在 1/9 到 9 之间",
                    f"row {row} ({one}, {other}): judgement {given:g} is not from 1/9 to 9",
                )
            )
        elif a == b or not np.isnan(matrix[a, b]):
            faults.append(
                Text(
                    f"第 {row} 行（{one}、{other}）：同一对准则只判断一次，且须是两个准则",
                    f"row {row} ({one}, {other}): a pair is of two criteria and stands once",
                )
            )
        else:
            matrix[a, b], matrix[b, a] = given, 1 / given
    faults += [
        Text(
            f"缺少 {names[a]} 与 {names[b]} 的判断",
            f"no judgement of {names[a]} against {names[b]}",
        )
        for a in range(count)
        for b in range(a + 1, count)
        if np.isnan(matrix[a, b]) and not faults
    ]
    if faults:
        raise DataError(Text("判断表不能使用：", "the judgements can't be used:"), faults=faults)
    return names, matrix


def _inconsistent(
    names: list[str],
    matrix: Floats,
    weight: Floats,
    ratio: float,
) -> DataError:
    """Say how inconsistent judgements are, and which contradicts the others most.

    Parameters
    ----------
    names : list of str
        Names of the criteria.
    matrix : array of float
        Reciprocal matrix of the judgements.
    weight : array of float
        Weights that follow from it.
    ratio : float
        Consistency ratio.

    Returns
    -------
    DataError
        The error, naming the pair that fits least and what would fit.
    """
    implied = weight[:, None] / weight[None, :]
    apart = np.triu(np.abs(np.log(matrix / implied)))
    a, b = (int(part) for part in np.unravel_index(int(np.argmax(apart)), apart.shape))
    if matrix[a, b] < 1:
        a, b = b, a
    given, fits = f"{matrix[a, b]:.3g}", f"{implied[a, b]:.2g}"
    return DataError(
        Text(
            f"各项判断相互矛盾：一致性比率 CR 为 {ratio:.3f}，大于 0.1。最不合的一项是"
            f"“{names[a]}”相对“{names[b]}”：给出 {given}，而由全部判断得出的权重之比为 {fits}。"
            "请重新斟酌后修改判断表",
            f"the judgements contradict each other: the consistency ratio is {ratio:.3f}, above"
            f" 0.1. The one that fits worst is {names[a]} against {names[b]}: {given}, while"
            f" the weights that follow from all are as {fits} to 1. Think them over and mend the"
            " table",
        )
    )
