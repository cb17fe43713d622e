"""Shipped polygons: valid, in place, and touching exactly the neighbours they have in the full map."""

import json
from collections import defaultdict
from itertools import combinations

import geopandas as gpd
import numpy as np
import pytest
import shapely
from shapely.geometry import Point, Polygon

from tests.data.shipped import ROOT, STATIC, region_of_profile, shipped

TOPOJSON = STATIC / "regions.topo.json"

NEIGHBOURS_FROM_THE_ATLAS = {
    # Hand-checked on a map of the Netherlands, by the number of the profile.
    "1": {"2", "3"},  # Groningen: Friesland, Drenthe
    "3": {"1", "2", "5"},  # Drenthe: Groningen, Friesland, IJsselland
    "4": {"5", "9", "13"},  # Twente: IJsselland, Achterhoek, Oost Veluwe (Lochem)
    "9": {"4", "10", "13"},  # Achterhoek: Twente, Arnhem, Oost Veluwe
    "16": {"15", "17", "18"},  # Utrecht-Stad: Lekstroom, Zuidoost Utrecht, Utrecht West
    "20": {"21", "25", "30"},  # Haarlemmermeer: Amstelland, Zuid-Kennemerland, Holland Rijnland
    "23": {"2", "19", "27"},  # Kop van Noord-Holland: Friesland by the Afsluitdijk, Alkmaar, West-Friesland
    "26": {"19", "22", "25"},  # IJmond: Alkmaar, Zaanstreek, Zuid-Kennemerland
    "37": {"28", "34 West"},  # Zeeland: Rijnmond by the dams, West-Brabant-West
    "38": {"11", "33", "35", "39", "40"},  # Noord-Limburg: Nijmegen, both Brabants in the east, both Midden-Limburgs
    "40": {"35", "38", "39"},  # Midden-Limburg West: Zuidoost-Brabant, Noord-Limburg, Midden-Limburg Oost
    "41": {"39"},  # Zuid-Limburg: only Midden-Limburg Oost
}
NO_NEIGHBOURS = [
    ("6", "14"),  # Flevoland and Eemland: water
    ("6", "12"),  # Flevoland and Food Valley: water
    ("29", "31"),  # Haaglanden and Midden-Holland: Benthuizen lies between
]
BY_A_DYKE = [
    ("2", "23"),  # Friesland and Kop van Noord-Holland: Afsluitdijk
    ("6", "27"),  # Flevoland and West-Friesland: Houtribdijk
]
PLACES = {
    # Longitude and latitude from the atlas; islands and enclaves first.
    "Den Burg op Texel": (4.80, 53.055, "23"),
    "Vlieland": (5.03, 53.29, "2"),
    "Terschelling": (5.35, 53.40, "2"),
    "Ameland": (5.77, 53.45, "2"),
    "Schiermonnikoog": (6.16, 53.48, "2"),
    "Urk": (5.61, 52.665, "6"),
    "Marken": (5.11, 52.458, "22"),
    "Tiengemeten": (4.32, 51.74, "32"),
    "Goedereede": (3.98, 51.82, "28"),
    "Zierikzee": (3.92, 51.65, "37"),
    "Terneuzen": (3.83, 51.32, "37"),
    "Maastricht": (5.69, 50.85, "41"),
    "Dordrecht": (4.68, 51.80, "32"),
    "Utrecht": (5.12, 52.09, "16"),
    "Enschede": (6.89, 52.22, "4"),
}
OUTSIDE = {
    "Baarle-Hertog, Belgium within West-Brabant": (4.9333, 51.4333),
    "IJsselmeer": (5.35, 52.85),
    "Waddenzee": (5.15, 53.15),
    "Oosterschelde": (3.95, 51.58),
    "Emmerik, Germany": (6.25, 51.84),
}


def regions() -> gpd.GeoDataFrame:
    """The 42 regions by code."""
    return shipped("regions").set_index("region_code")  # type: ignore[return-value]


def parts_of(geometry: shapely.Geometry) -> list[Polygon]:
    """Polygons of a region, its islands included."""
    return list(getattr(geometry, "geoms", [geometry]))


def neighbour_pairs() -> set[frozenset[str]]:
    rows = shipped("neighbours")
    return {frozenset(pair) for pair in zip(rows["region_code"], rows["neighbour_region_code"], strict=True)}


def by_profile(pair: tuple[str, str]) -> frozenset[str]:
    return frozenset(region_of_profile(profile) for profile in pair)


def test_polygons_are_valid_and_in_degrees() -> None:
    assert regions().crs == "EPSG:4326"
    assert set(regions().geometry.geom_type) <= {"Polygon", "MultiPolygon"}
    assert regions().geometry.is_valid.all()
    assert not regions().geometry.is_empty.any()
    west, south, east, north = regions().total_bounds
    assert (3.3 < west < 3.5, 50.7 < south < 50.8, 7.1 < east < 7.3, 53.4 < north < 53.7) == (True,) * 4


def test_regions_neither_overlap_nor_leave_slivers() -> None:
    assert shapely.coverage_is_valid(regions().geometry.to_numpy())


def test_area_is_that_of_the_land() -> None:
    area_km2 = regions().geometry.to_crs(28992).area.sum() / 1e6
    # Land of the Netherlands: about 33.500 km².
    assert 33_000 < area_km2 < 35_500


def test_neighbours_of_the_table_share_a_border_in_the_shipped_geometry_and_no_others() -> None:
    geometry = regions().geometry
    touching = {
        frozenset((one, other))
        for one, other in combinations(geometry.index, 2)
        if shapely.length(shapely.intersection(shapely.boundary(geometry[one]), shapely.boundary(geometry[other]))) > 0
    }
    assert touching == neighbour_pairs()
    assert len(touching) == 93


def test_neighbours_stand_in_the_table_both_ways_with_one_length() -> None:
    rows = shipped("neighbours")
    length = dict(
        zip(zip(rows["region_code"], rows["neighbour_region_code"], strict=True), rows["border_km"], strict=True)
    )
    assert len(length) == len(rows) == 186
    for (one, other), border_km in length.items():
        assert one != other
        assert border_km > 0
        assert length[other, one] == border_km


@pytest.mark.parametrize("profile", NEIGHBOURS_FROM_THE_ATLAS)
def test_hand_checked_neighbours(profile: str) -> None:
    rows = shipped("neighbours")
    found = set(rows.loc[rows["region_code"] == region_of_profile(profile), "neighbour_region_code"])
    assert found == {region_of_profile(other) for other in NEIGHBOURS_FROM_THE_ATLAS[profile]}


@pytest.mark.parametrize("pair", NO_NEIGHBOURS)
def test_regions_with_water_or_land_between_are_no_neighbours(pair: tuple[str, str]) -> None:
    assert by_profile(pair) not in neighbour_pairs()


@pytest.mark.parametrize("pair", BY_A_DYKE)
def test_regions_joined_by_a_dyke_are_neighbours(pair: tuple[str, str]) -> None:
    assert by_profile(pair) in neighbour_pairs()


def test_islands_and_holes_count_as_in_the_map() -> None:
    """Each ring of the CBS map is one island or one hole; simplification loses none."""
    items = json.loads((ROOT / "data" / "geometry" / "jeugdregio_2017.json").read_text(encoding="utf8"))
    rings = {item["properties"]["statcode"]: item["path"].count("M") for item in items}
    for code, geometry in regions().geometry.items():
        parts = parts_of(geometry)
        assert len(parts) + sum(len(part.interiors) for part in parts) == rings[code], code
    assert len(rings) == 42
    assert sum(rings.values()) > 100


@pytest.mark.parametrize(
    ("profile", "islands", "holes"),
    [
        ("2", 13, 4),  # Friesland: the Wadden islands; lakes
        ("37", 19, 4),  # Zeeland
        ("34 Oost", 3, 3),  # West-Brabant-Oost: Baarle-Nassau, with Belgian enclaves as holes and Dutch ones in those
        ("41", 1, 0),  # Zuid-Limburg
        ("20", 1, 0),  # Haarlemmermeer
    ],
)
def test_islands_and_holes_of_known_regions(profile: str, islands: int, holes: int) -> None:
    parts = parts_of(regions().geometry[region_of_profile(profile)])
    assert len(parts) == islands
    assert sum(len(part.interiors) for part in parts) == holes


@pytest.mark.parametrize("place", PLACES)
def test_places_lie_in_their_region(place: str) -> None:
    lon, lat, profile = PLACES[place]
    holding = regions().index[regions().geometry.contains(Point(lon, lat))]
    assert list(holding) == [region_of_profile(profile)]


@pytest.mark.parametrize("place", OUTSIDE)
def test_water_and_other_countries_lie_in_no_region(place: str) -> None:
    assert not regions().geometry.contains(Point(*OUTSIDE[place])).any()


def test_label_points_lie_inside_their_region() -> None:
    points = gpd.points_from_xy(regions()["label_lon"], regions()["label_lat"])
    assert regions().geometry.contains(gpd.GeoSeries(points, index=regions().index, crs=4326)).all()


# The map for the browser


def topology() -> dict:
    return json.loads(TOPOJSON.read_text(encoding="utf8"))


def arc_numbers(arcs: object) -> list[int]:
    """All arcs of a geometry; a reversed arc ~n counts as n."""
    if isinstance(arcs, int):
        return [arcs if arcs >= 0 else ~arcs]
    return [number for part in arcs for number in arc_numbers(part)]  # type: ignore[attr-defined]


def decoded(topo: dict) -> dict[str, shapely.Geometry]:
    """Polygons of the TopoJSON by region code, decoded as the specification says."""
    scale, translate = np.array(topo["transform"]["scale"]), np.array(topo["transform"]["translate"])
    lines = [np.cumsum(np.array(arc), axis=0) * scale + translate for arc in topo["arcs"]]

    def ring(numbers: list[int]) -> list[np.ndarray]:
        points = [lines[number] if number >= 0 else lines[~number][::-1] for number in numbers]
        return [point for i, part in enumerate(points) for point in (part[1:] if i else part)]

    def polygon(rings: list[list[int]]) -> Polygon:
        return Polygon(ring(rings[0]), [ring(hole) for hole in rings[1:]])

    # A step of the grid is some 70 m: an islet may become a line and a dam may touch itself, which the browser draws.
    return {
        item["id"]: shapely.union_all(
            [
                shapely.make_valid(polygon(part))
                for part in (item["arcs"] if item["type"] == "MultiPolygon" else [item["arcs"]])
            ]
        )
        for item in topo["objects"]["regions"]["geometries"]
    }


def test_topojson_is_small_and_has_all_regions() -> None:
    assert TOPOJSON.stat().st_size <= 60_000
    ids = [item["id"] for item in topology()["objects"]["regions"]["geometries"]]
    assert len(ids) == 42
    assert set(ids) == set(regions().index)


def test_topojson_has_the_same_neighbours() -> None:
    users = defaultdict(set)
    for item in topology()["objects"]["regions"]["geometries"]:
        for number in arc_numbers(item["arcs"]):
            users[number].add(item["id"])
    assert {frozenset(codes) for codes in users.values() if len(codes) > 1} == neighbour_pairs()


def test_topojson_shows_the_shipped_polygons() -> None:
    exact = regions().geometry.to_crs(28992)
    for code, geometry in decoded(topology()).items():
        assert geometry.symmetric_difference(exact[code]).area < 0.02 * exact[code].area, code


def test_topojson_label_points_lie_inside_their_region() -> None:
    polygons = decoded(topology())
    for item in topology()["objects"]["regions"]["geometries"]:
        point = Point(item["properties"]["x_km"] * 1000, item["properties"]["y_km"] * 1000)
        assert polygons[item["id"]].contains(point), item["id"]
