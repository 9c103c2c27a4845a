"""What people look at: the web map.

``webmap.render`` gives one self-contained HTML page. Only this package knows Folium.
"""
